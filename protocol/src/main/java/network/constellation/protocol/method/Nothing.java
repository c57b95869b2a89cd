package network.constellation.protocol.method;

/** The arguments of a method that takes none, or the result of one that returns none. */
public record Nothing() {
    public static final Nothing NOTHING = new Nothing();
}
