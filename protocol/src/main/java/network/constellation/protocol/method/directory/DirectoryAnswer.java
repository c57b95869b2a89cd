package network.constellation.protocol.method.directory;

import java.util.Optional;

/**
 * What the asking member lacks.
 *
 * @param document a {@link network.constellation.protocol.directory.DirectoryDelta} or a whole document; empty when the
 *     member is up to date
 * @param suspensions the newest list, when the member's is older; empty otherwise
 * @param anchor the root key as the hub vouches for it, when it was asked for
 * @param refreshSeconds when to ask next
 */
public record DirectoryAnswer(
        Kind kind,
        Optional<byte[]> document,
        Optional<byte[]> suspensions,
        Optional<byte[]> anchor,
        int refreshSeconds) {

    /** What {@link #document} is. */
    public enum Kind {
        SAME("same"),
        DELTA("delta"),
        FULL("full");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Kind ofLabel(String label) {
            for (Kind kind : values()) {
                if (kind.label.equals(label)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("\"" + label + "\" is none of same, delta and full");
        }
    }
}
