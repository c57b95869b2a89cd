package network.constellation.peer.platform;

/**
 * A named set of capabilities.
 *
 * @param shortname as on the wire: {@code manager}, {@code coursecreator}, {@code editingteacher}, {@code teacher},
 *     {@code student}, {@code user}, {@code guest}, or the site's own
 * @param archetype the standard role it derives from, empty for none
 */
public record Role(long id, String shortname, String name, String archetype, int sortOrder) {
    public static final String MANAGER = "manager";
    public static final String USER = "user";
}
