package network.constellation.keys.address;

/** A text that cannot be the base URL of a site; the message says what is wrong with it. */
public final class InvalidAddressException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidAddressException(String reason, String value) {
        super("The address \"" + value + "\" " + reason + ".");
    }
}
