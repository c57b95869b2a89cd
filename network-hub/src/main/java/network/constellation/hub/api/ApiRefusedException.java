package network.constellation.hub.api;

/** A token cannot be made or revoked as asked; the message is a sentence. */
public final class ApiRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ApiRefusedException(String sentence) {
        super(sentence, null, false, false);
    }
}
