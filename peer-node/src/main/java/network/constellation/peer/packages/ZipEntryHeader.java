package network.constellation.peer.packages;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One entry of a ZIP file's central directory.
 *
 * @param length of the entry in the directory, in bytes
 * @param name as bytes, to compare with the local header
 * @param mode what Unix made of it; 0 where another system did
 * @param offset of its local header
 */
record ZipEntryHeader(
        int length, byte[] name, int flags, int method, long crc, long compressed, long size, int mode, long offset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    static final int DESCRIPTOR = 1 << 3;
    private static final int UNIX = 3;
    private static final int WIDE = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    private static final long ABSENT = 0xFFFFFFFFL;

    /** Reads the entry at the window's position, and moves it behind. */
    static ZipEntryHeader read(ByteBuffer window, int signature, int fixed) throws RefusedSignal {
        window.order(ByteOrder.LITTLE_ENDIAN);
        int at = window.position();
        if (window.remaining() < fixed || window.getInt(at) != signature) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
        }
        int nameLength = window.getShort(at + 28) & 0xFFFF;
        int extraLength = window.getShort(at + 30) & 0xFFFF;
        int commentLength = window.getShort(at + 32) & 0xFFFF;
        int length = fixed + nameLength + extraLength + commentLength;
        if (window.remaining() < length || window.getShort(at + 34) != 0) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
        }
        byte[] name = Arrays.copyOfRange(window.array(), at + fixed, at + fixed + nameLength);
        long size = window.getInt(at + 24) & ABSENT;
        long compressed = window.getInt(at + 20) & ABSENT;
        long offset = window.getInt(at + 42) & ABSENT;
        long[] wide = {size, compressed, offset};
        readExtra(window, at + fixed + nameLength, extraLength, wide, name);
        int madeBy = window.getShort(at + 4) & 0xFFFF;
        ZipEntryHeader entry = new ZipEntryHeader(
                length,
                name,
                window.getShort(at + 8) & 0xFFFF,
                window.getShort(at + 10) & 0xFFFF,
                window.getInt(at + 16) & ABSENT,
                wide[1],
                wide[0],
                madeBy >> 8 == UNIX ? window.getInt(at + 38) >>> 16 : 0,
                wide[2]);
        window.position(at + length);
        return entry;
    }

    /** Sizes that did not fit, in the order of the format; a second name in the extra field must be the same name. */
    private static void readExtra(ByteBuffer window, int from, int length, long[] wide, byte[] name)
            throws RefusedSignal {
        int at = from;
        int end = from + length;
        while (at + 4 <= end) {
            int kind = window.getShort(at) & 0xFFFF;
            int size = window.getShort(at + 2) & 0xFFFF;
            int content = at + 4;
            if (content + size > end) {
                throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, MemberNames.decode(name));
            }
            if (kind == WIDE) {
                readWide(window, content, content + size, wide, name);
            } else if (kind == UNICODE_PATH
                    && !(size > 5
                            && Arrays.equals(window.array(), content + 5, content + size, name, 0, name.length))) {
                throw new RefusedSignal(Refusal.HEADERS_DISAGREE, MemberNames.decode(name));
            }
            at = content + size;
        }
    }

    private static void readWide(ByteBuffer window, int from, int end, long[] wide, byte[] name) throws RefusedSignal {
        int at = from;
        for (int i = 0; i < wide.length; i++) {
            if (wide[i] == ABSENT && at + 8 <= end) {
                wide[i] = window.getLong(at);
                at += 8;
            }
            if (wide[i] < 0) {
                throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, MemberNames.decode(name));
            }
        }
    }

    /** Links, devices, ciphers and unknown methods are refused. */
    void requirePlain(String shown) throws RefusedSignal {
        if ((flags & ENCRYPTED) != 0) {
            throw new RefusedSignal(Refusal.ENCRYPTED, shown);
        }
        if (method != STORED && method != DEFLATED) {
            throw new RefusedSignal(Refusal.COMPRESSION_METHOD, shown, method);
        }
        switch (mode & 0170000) {
            case 0, 0100000, 0040000 -> {}
            case 0120000 -> throw new RefusedSignal(Refusal.LINK, shown);
            default -> throw new RefusedSignal(Refusal.DEVICE, shown);
        }
        boolean folder = shown.endsWith("/");
        if (folder && size != 0 || (mode & 0170000) == 0040000 && !folder) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, shown);
        }
    }
}
