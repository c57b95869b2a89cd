package network.constellation.peer.platform;

/**
 * Something that a role may allow.
 *
 * @param name as on the wire, {@code moodle/course:view}
 * @param level context level: 10 system, 30 user, 40 category, 50 course, 70 module, 80 block (network-admin.md 3.5)
 */
public record Capability(String name, int level) {
    public static final int SYSTEM = 10;

    /** Everything before the colon: {@code moodle/course}. */
    public String component() {
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    }
}
