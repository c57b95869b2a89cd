package network.constellation.protocol.envelope;

/**
 * Which layers a message had; its answer gets the same (mnet-wire.md 5).
 *
 * @param encrypted it was opened
 * @param signed a signature value was present, valid or not
 */
public record Layers(boolean encrypted, boolean signed) {
    public static final Layers PLAIN = new Layers(false, false);
    public static final Layers BOTH = new Layers(true, true);
}
