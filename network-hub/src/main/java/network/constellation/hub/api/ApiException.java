package network.constellation.hub.api;

/** Ends an operation with one sentence for whoever wrote the program that called. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    private ApiException(int status, String code, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** 400: what was wrong and what would be right. */
    public static ApiException badInput(String sentence) {
        return new ApiException(400, "bad-input", sentence);
    }

    /** 404. */
    public static ApiException notFound(String sentence) {
        return new ApiException(404, "not-found", sentence);
    }

    static ApiException of(int status, String code, String sentence) {
        return new ApiException(status, code, sentence);
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** A word for programs, such as {@code bad-input}. */
    public String code() {
        return code;
    }
}
