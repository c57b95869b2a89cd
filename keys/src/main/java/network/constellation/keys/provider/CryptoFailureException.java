package network.constellation.keys.provider;

/** The machinery itself failed (a missing algorithm, a broken provider); never the consequence of a message. */
public final class CryptoFailureException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public CryptoFailureException(String doing, Throwable cause) {
        super("Cryptography failed while " + doing + ": " + cause.getMessage(), cause);
    }
}
