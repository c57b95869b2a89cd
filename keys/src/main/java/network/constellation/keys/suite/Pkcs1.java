package network.constellation.keys.suite;

/**
 * Takes a key of known length out of a PKCS#1 v1.5 block in constant time: neither branches nor memory accesses depend
 * on the block's content, so a bad padding looks like a good one (protocol-security.md 2, key transport).
 */
final class Pkcs1 {
    private Pkcs1() {}

    /**
     * The last {@code substitute.length} bytes of the block when it is {@code 00 02, nonzero bytes, 00, secret} with a
     * secret of exactly that length and {@code acceptable} is 1, otherwise the substitute.
     *
     * @param acceptable 1, or 0 when the ciphertext was already found to be out of form
     */
    static byte[] decode(byte[] block, byte[] substitute, int acceptable) {
        int secretAt = block.length - substitute.length;
        int good = acceptable & isZero(block[0]) & isZero(block[1] ^ 0x02) & isZero(block[secretAt - 1]);
        for (int i = 2; i < secretAt - 1; i++) {
            good &= 1 ^ isZero(block[i]);
        }
        int mask = -good;
        byte[] out = new byte[substitute.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ((block[secretAt + i] & mask) | (substitute[i] & ~mask));
        }
        return out;
    }

    /** 1 when the low eight bits are zero, otherwise 0. */
    private static int isZero(int value) {
        return ((value & 0xff) - 1) >>> 31;
    }
}
