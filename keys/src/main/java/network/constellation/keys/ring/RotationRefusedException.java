package network.constellation.keys.ring;

/** A transition that the state of the ring does not allow; the message says what would. Nothing was changed. */
public final class RotationRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public RotationRefusedException(String sentence) {
        super(sentence);
    }
}
