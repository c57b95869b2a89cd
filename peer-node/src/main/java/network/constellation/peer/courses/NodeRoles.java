package network.constellation.peer.courses;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles of one site, and their one spelling: words with commas, such as {@code factory,catalog}; without any, none. */
public record NodeRoles(Set<NodeRole> roles) {
    /** The word for a site that takes no part, which some peers send. */
    private static final String NONE = "normalmoodle";

    public NodeRoles {
        roles = Set.copyOf(roles);
    }

    public static NodeRoles of(NodeRole... roles) {
        return new NodeRoles(Set.of(roles));
    }

    /** Reads words in any order; those that nobody knows are left out. */
    public static NodeRoles parse(String words) {
        EnumSet<NodeRole> found = EnumSet.noneOf(NodeRole.class);
        for (String word : words.strip().split("\\s*,\\s*")) {
            for (NodeRole role : NodeRole.values()) {
                if (role.word().equals(word)) {
                    found.add(role);
                }
            }
        }
        return new NodeRoles(found);
    }

    /** Whether each word is a role. */
    static boolean isWellFormed(String words) {
        return words.isBlank()
                || words.equals(NONE)
                || parse(words).roles().size() == words.strip().split("\\s*,\\s*").length;
    }

    public boolean has(NodeRole role) {
        return roles.contains(role);
    }

    public boolean none() {
        return roles.isEmpty();
    }

    /** In the order of the enum; empty for none. */
    public String words() {
        return EnumSet.allOf(NodeRole.class).stream()
                .filter(roles::contains)
                .map(NodeRole::word)
                .collect(Collectors.joining(","));
    }
}
