package network.constellation.peer.commands;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.peer.platform.PlatformSettings;

/** What a site can let its hub do, one by one (network-admin.md 10, item 9). */
public enum Operation {
    CONFIG_GET("config-get", false, true),
    CONFIG_SET("config-set", false, true),
    MAINTENANCE("maintenance", false, false),
    PURGE_CACHES("purge-caches", false, false),
    PLUGIN_STATES("plugin-states", false, true),
    PLUGIN_SET("plugin-set", false, true),
    ROLE_COMPARE("role-compare", false, true),
    ROLE_SYNC("role-sync", false, true),
    SQL_QUERY("sql-query", true, false),
    TABLE_READ("table-read", true, true),
    TABLE_IMPORT("table-import", true, true),
    BIND_PEER("bind-peer", true, true);

    private final String label;
    private final boolean dangerous;
    private final boolean limitable;

    Operation(String label, boolean dangerous, boolean limitable) {
        this.label = label;
        this.dangerous = dangerous;
        this.limitable = limitable;
    }

    /** As typed and as sent. */
    public String label() {
        return label;
    }

    /** Never granted by joining. */
    public boolean isDangerous() {
        return dangerous;
    }

    /** Whether it changes anything, so that a grant of it may be for reading only. */
    public boolean isWriting() {
        return switch (this) {
            case CONFIG_SET, MAINTENANCE, PURGE_CACHES, PLUGIN_SET, ROLE_SYNC, TABLE_IMPORT, BIND_PEER -> true;
            case CONFIG_GET, PLUGIN_STATES, ROLE_COMPARE, SQL_QUERY, TABLE_READ -> false;
        };
    }

    /** Whether a grant can be narrowed to some settings, plugins, roles or tables. */
    public boolean isLimitable() {
        return limitable;
    }

    /**
     * The patterns of a grant in the form that subjects have: a setting without component is one of the platform.
     *
     * @throws IllegalArgumentException for a plugin without its type, which would never be meant
     */
    List<String> subjects(String only) {
        return Arrays.stream(only.split(","))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(this::subject)
                .toList();
    }

    private String subject(String pattern) {
        boolean whole = pattern.contains("/") || pattern.equals("*");
        return switch (this) {
            case CONFIG_GET, CONFIG_SET -> whole ? pattern : PlatformSettings.CORE + "/" + pattern;
            case PLUGIN_STATES, PLUGIN_SET -> {
                if (!whole) {
                    throw new IllegalArgumentException(
                            "A plugin is written with its type, as mod/" + pattern + " or */" + pattern + ".");
                }
                yield pattern;
            }
            default -> pattern;
        };
    }

    /** Granted when a site joins a hub by its invitation, unless its administrator says otherwise. */
    public static List<Operation> onJoining() {
        return Arrays.stream(values()).filter(one -> !one.dangerous).toList();
    }

    /** {@code maintenance-on} and {@code maintenance-off} are understood too. */
    public static Optional<Operation> of(String label) {
        String name = label.startsWith("maintenance-") ? MAINTENANCE.label : label;
        return Arrays.stream(values()).filter(one -> one.label.equals(name)).findFirst();
    }

    /** All labels, for a sentence. */
    public static String labels() {
        return Arrays.stream(values()).map(Operation::label).collect(Collectors.joining(", "));
    }
}
