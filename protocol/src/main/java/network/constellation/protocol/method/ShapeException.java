package network.constellation.protocol.method;

/** A value of the wire that has not the shape its method declares; becomes fault 17 at the door. */
public final class ShapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
