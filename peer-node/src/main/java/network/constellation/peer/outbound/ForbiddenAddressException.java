package network.constellation.peer.outbound;

import java.io.IOException;

/** A connection that {@link AddressGuard} refused; the message says which rule, and what would allow it. */
public final class ForbiddenAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    public ForbiddenAddressException(String message) {
        super(message);
    }
}
