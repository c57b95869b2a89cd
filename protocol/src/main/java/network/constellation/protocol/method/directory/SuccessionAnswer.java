package network.constellation.protocol.method.directory;

import java.util.Locale;
import java.util.Optional;

/**
 * What a member says to a promoted hub.
 *
 * @param reason why it was refused; empty otherwise
 * @param list the newest suspension list that the member holds
 */
public record SuccessionAnswer(State state, String reason, Optional<byte[]> list) {

    /** What became of the document. */
    public enum State {
        /** It is held, and its hub is the member's. */
        TAKEN,
        /** The delta does not fit what is held: the whole is wanted. */
        WHOLE,
        REFUSED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What is not known is a refusal. */
        static State ofLabel(String label) {
            for (State state : values()) {
                if (state.label().equals(label)) {
                    return state;
                }
            }
            return REFUSED;
        }
    }
}
