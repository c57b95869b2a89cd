package network.constellation.hub.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which sites are wanted; it is in the URL, so that a view can be handed on.
 *
 * @param text part of a name or an address
 * @param state css word of a state
 * @param subnetwork number of one; {@code none}: those in no sub-network
 * @param tag one of a site's tags
 */
public record SiteFilter(String text, String state, String subnetwork, String tag) {
    /** Names of the filters beside the text. */
    static final Set<String> NAMES = Set.of("state", "subnetwork", "tag");

    private static final String NONE = "none";

    static SiteFilter from(Function<String, String> parameters) {
        return new SiteFilter(
                parameters.apply("q").strip(),
                parameters.apply("state"),
                parameters.apply("subnetwork"),
                parameters.apply("tag"));
    }

    boolean matches(SiteView site) {
        String wanted = text.toLowerCase(Locale.ROOT);
        boolean named = site.name().toLowerCase(Locale.ROOT).contains(wanted)
                || site.address().contains(wanted);
        boolean placed = subnetwork.isEmpty()
                || (subnetwork.equals(NONE)
                        ? site.subnetworks().isEmpty()
                        : site.subnetworks().stream()
                                .anyMatch(number -> String.valueOf(number).equals(subnetwork)));
        return named
                && placed
                && (state.isEmpty() || site.state().css().equals(state))
                && (tag.isEmpty() || site.tags().contains(tag));
    }

    /** Whether anything is left out. */
    public boolean narrows() {
        return !parameters().isEmpty();
    }

    /** Those that are set. */
    public Map<String, String> parameters() {
        Map<String, String> set = new LinkedHashMap<>();
        put(set, "q", text);
        put(set, "state", state);
        put(set, "subnetwork", subnetwork);
        put(set, "tag", tag);
        return set;
    }

    /** With a question mark, or empty. */
    public String query() {
        return narrows()
                ? parameters().entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""))
                : "";
    }

    private static void put(Map<String, String> set, String name, String value) {
        if (!value.isEmpty()) {
            set.put(name, value);
        }
    }
}
