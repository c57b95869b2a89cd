package network.constellation.protocol.keyswap;

/** Keys that are not even noted down; the message is one sentence for an administrator. */
public final class KeySwapRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    /** @param code as Moodle numbers it: 3 unreadable or untrustworthy, 4 and 5 another name (mnet-wire.md 2.2) */
    public KeySwapRefusedException(int code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
