package network.constellation.peer.learning;

import java.util.Locale;
import java.util.Map;

/**
 * How a file of a course is served. Only kinds that no browser runs are shown in the page; everything else is a download
 * without a type of its own. What its author's platform said of the type is not believed.
 */
final class MediaTypes {
    static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"));

    private MediaTypes() {}

    /** By the ending of the name. */
    static String of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return SHOWN.getOrDefault(ending, UNKNOWN);
    }
}
