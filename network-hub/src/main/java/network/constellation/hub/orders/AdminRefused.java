package network.constellation.hub.orders;

import java.util.List;

/** A site answered, and said no. */
final class AdminRefused extends RuntimeException {
    /** Outside of what the site has granted. */
    static final int NOT_ALLOWED = 510;

    /** The site's state is not the one that was planned for. */
    static final int CHANGED = 521;

    private static final long serialVersionUID = 1L;

    private final int status;

    AdminRefused(int status, List<String> errors) {
        super(errors.isEmpty() ? "The site answered " + status + "." : String.join(" ", errors), null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
