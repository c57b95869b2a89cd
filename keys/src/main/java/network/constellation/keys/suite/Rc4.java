package network.constellation.keys.suite;

/**
 * RC4 as the legacy wire needs it: no dropped bytes, one key per message. Our own, because security policies switch
 * off the JDK's (mnet-wire.md 4). It hides nothing from anyone who really wants to know; TLS does that.
 */
final class Rc4 {
    private static final int STATES = 256;

    private Rc4() {}

    /** Encrypts or decrypts, which is the same. */
    static byte[] apply(byte[] key, byte[] data) {
        int[] state = schedule(key);
        byte[] out = new byte[data.length];
        int i = 0;
        int j = 0;
        for (int n = 0; n < data.length; n++) {
            i = (i + 1) & 0xff;
            int a = state[i];
            j = (j + a) & 0xff;
            int b = state[j];
            state[i] = b;
            state[j] = a;
            out[n] = (byte) (data[n] ^ state[(a + b) & 0xff]);
        }
        return out;
    }

    private static int[] schedule(byte[] key) {
        if (key.length == 0 || key.length > STATES) {
            throw new IllegalArgumentException("An RC4 key has 1 to 256 bytes.");
        }
        int[] state = new int[STATES];
        for (int i = 0; i < STATES; i++) {
            state[i] = i;
        }
        int j = 0;
        for (int i = 0; i < STATES; i++) {
            int swapped = state[i];
            j = (j + swapped + key[i % key.length]) & 0xff;
            state[i] = state[j];
            state[j] = swapped;
        }
        return state;
    }
}
