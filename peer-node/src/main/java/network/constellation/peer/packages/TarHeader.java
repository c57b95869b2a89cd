package network.constellation.peer.packages;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One header block of a tar archive, POSIX or GNU or older. */
record TarHeader(String name, char type, long size) {
    static final int BLOCK = 512;
    private static final int CHECKSUM = 148;

    /** @throws RefusedSignal for a block that is none */
    static TarHeader of(byte[] block) throws RefusedSignal {
        if (octal(block, CHECKSUM, 8) != sum(block)) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
        }
        boolean posix = new String(block, 257, 6, StandardCharsets.ISO_8859_1).equals("ustar\0");
        byte[] name = text(block, 0, 100);
        byte[] prefix = posix ? text(block, 345, 155) : new byte[0];
        String whole = MemberNames.decode(name);
        if (prefix.length > 0) {
            whole = MemberNames.decode(prefix) + "/" + whole;
        }
        long size = (block[124] & 0x80) != 0 ? binary(block) : octal(block, 124, 12);
        char type = (char) (block[156] & 0xFF);
        if (type == 0) {
            type = whole.endsWith("/") ? '5' : '0';
        }
        return new TarHeader(whole, type, size);
    }

    boolean folder() {
        return type == '5';
    }

    /** Links, devices and records that rename are refused; a harmless extended header is for the archive to skip. */
    void requireKnown() throws RefusedSignal {
        switch (type) {
            case '0', '5', 'x', 'g' -> {}
            case '1', '2' -> throw new RefusedSignal(Refusal.LINK, name);
            case '3', '4', '6' -> throw new RefusedSignal(Refusal.DEVICE, name);
            default -> throw new RefusedSignal(Refusal.MEMBER_TYPE, name);
        }
    }

    private static long sum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : block[i] & 0xFF;
        }
        return sum;
    }

    private static byte[] text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(block, from, end);
    }

    private static long octal(byte[] block, int from, int length) throws RefusedSignal {
        String digits = new String(block, from, length, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        if (!digits.matches("[0-7]{0,20}")) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
        }
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    /** GNU's form for sizes from 8 GiB. */
    private static long binary(byte[] block) throws RefusedSignal {
        long value = block[124] & 0x7F;
        for (int i = 125; i < 136; i++) {
            if (value >= 1L << 54) {
                throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
            }
            value = value << 8 | block[i] & 0xFF;
        }
        return value;
    }
}
