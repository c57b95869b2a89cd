package network.constellation.protocol.method.rotation;

import java.util.Locale;

/**
 * How one ping with next keys went.
 *
 * @param to whom it was sent
 * @param detail for administrators, empty when all is well
 * @param millis how long it took
 */
public record RehearsedPing(String to, Outcome outcome, String detail, int millis) {

    /** What a ping can come to. */
    public enum Outcome {
        OK,
        /** It was refused, or answered with keys that do not fit: the rotation would break this link. */
        FAILED,
        /** Nobody answered: the link is down whatever keys are used. */
        UNREACHABLE,
        /** The other site speaks the legacy suite only and learns of new keys by fault 7025. */
        LEGACY;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Outcome ofLabel(String label) {
            for (Outcome outcome : values()) {
                if (outcome.label().equals(label)) {
                    return outcome;
                }
            }
            return FAILED;
        }
    }
}
