package network.constellation.protocol.method.directory;

import java.util.Locale;

/**
 * What a member says to whoever brings it the directory of a promoted hub. It tells no more: the bringer is nobody yet. Why
 * it was refused stands in the member's audit, and what the member knows its new hub asks for as its hub.
 */
public record SuccessionAnswer(State state) {

    /** What became of the document. */
    public enum State {
        /** It is held, now or before, and its hub is the member's. */
        TAKEN,
        REFUSED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What is not known is a refusal. */
        static State ofLabel(String label) {
            return label.equals(TAKEN.label()) ? TAKEN : REFUSED;
        }
    }
}
