package network.constellation.testnetwork.vectors.independent;

import org.jspecify.annotations.Nullable;

/** The second implementation refuses a message. */
public final class RefusedByPlain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedByPlain(String message) {
        super(message);
    }

    RefusedByPlain(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
