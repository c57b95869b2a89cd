package network.constellation.hub.rotation;

/** It cannot be done as things stand; the message is a sentence for administrators. */
public final class RotationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RotationRefused(String sentence) {
        super(sentence, null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
