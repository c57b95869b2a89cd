package network.constellation.peer.commands;

/** An order that is not executed; nothing was changed. Answered with the originals' codes (network-admin.md 3.1). */
public final class CommandRefused extends RuntimeException {
    static final int CALLER = 501;
    static final int DATA = 503;
    static final int SQL = 504;
    public static final int NOT_ALLOWED = 510;
    public static final int RECORD = 520;
    static final int CHANGED = 521;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    /** @param reason a word for the audit, such as {@code not-granted} */
    public CommandRefused(int code, String reason, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
