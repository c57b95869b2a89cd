package network.constellation.peer.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The platform's own settings: names and texts by component, {@code core} or a plugin such as {@code auth_mnet}. */
public interface PlatformSettings {
    String CORE = "core";
    String SITE_NAME = "fullname";
    String SITE_COLOUR = "sitecolour";
    /** {@code 1}: closed for everybody but administrators. */
    String MAINTENANCE = "maintenance_enabled";

    String MAINTENANCE_MESSAGE = "maintenance_message";

    Optional<String> get(String component, String name);

    void set(String component, String name, String value);

    void remove(String component, String name);

    Map<String, String> all(String component);

    /** Those that have any setting. */
    List<String> components();

    /**
     * Replaces many settings at once: all of it or nothing.
     *
     * @param among which of the present settings, by component and name, are removed first
     * @param settings values by component and name
     */
    void replace(BiPredicate<String, String> among, Map<String, Map<String, String>> settings);
}
