package network.constellation.hub.rotation;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.view.Page;

/** Whose keys a rotation changes, in the reader's words instead of those of {@link RotationScope#label}. */
public final class ScopeWords {
    private static final String SUBNETWORK = "subnetwork ";

    private ScopeWords() {}

    /** @param names of sites */
    public static String of(Page p, Rotation rotation, Map<Wwwroot, String> names) {
        return Arrays.stream(rotation.scope().split(", "))
                .map(part -> part(p, part, names))
                .collect(Collectors.joining(", "));
    }

    private static String part(Page p, String part, Map<Wwwroot, String> names) {
        if (part.equals("all") || part.equals("hub")) {
            return p.t("scope." + part);
        }
        return part.startsWith(SUBNETWORK)
                ? p.t("scope.subnetwork", part.substring(SUBNETWORK.length()), "")
                        .strip()
                : Arrays.stream(part.split(" ")).map(word -> name(word, names)).collect(Collectors.joining(", "));
    }

    private static String name(String word, Map<Wwwroot, String> names) {
        try {
            return names.getOrDefault(Wwwroot.of(word), word);
        } catch (InvalidAddressException other) {
            return word;
        }
    }
}
