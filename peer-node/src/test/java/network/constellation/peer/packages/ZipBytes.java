package network.constellation.peer.packages;

import java.nio.charset.StandardCharsets;

/** Finds and changes bytes of a ZIP by hand. */
final class ZipBytes {
    private ZipBytes() {}

    /** Where the entry of this member begins in the central directory. */
    static int central(byte[] zip, String name) {
        return find(zip, 0x02014b50, 46, name);
    }

    static int local(byte[] zip, String name) {
        return find(zip, 0x04034b50, 30, name);
    }

    private static int find(byte[] zip, int signature, int fixed, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + fixed + wanted.length <= zip.length; at++) {
            if (get(zip, at, 4) == signature) {
                int same = 0;
                while (same < wanted.length && zip[at + fixed + same] == wanted[same]) {
                    same++;
                }
                if (same == wanted.length) {
                    return at;
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    static int get(byte[] bytes, int at, int length) {
        int value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    static void put(byte[] bytes, int at, int value, int length) {
        for (int i = 0; i < length; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }
}
