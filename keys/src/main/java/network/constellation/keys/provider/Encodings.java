package network.constellation.keys.provider;

/** Puts encodings together. */
final class Encodings {
    private Encodings() {}

    static byte[] joined(byte[] head, byte[] tail) {
        byte[] whole = new byte[head.length + tail.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(tail, 0, whole, head.length, tail.length);
        return whole;
    }
}
