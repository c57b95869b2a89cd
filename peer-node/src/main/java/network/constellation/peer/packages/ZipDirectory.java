package network.constellation.peer.packages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** The central directory of a ZIP file, in both its sizes; the end is where the file ends, nothing follows. */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int WINDOW = 1024 * 1024;

    private final FileChannel file;

    ZipDirectory(FileChannel file) {
        this.file = file;
    }

    /** Where the directory lies, and how many entries it announces. */
    record Place(long offset, long size, long entries) {}

    List<ZipEntryHeader> entries(Place place, int most) throws IOException {
        if (place.entries() > most) {
            throw new RefusedSignal(Refusal.TOO_MANY_MEMBERS, "", most);
        }
        List<ZipEntryHeader> entries = new ArrayList<>();
        long at = place.offset();
        long end = place.offset() + place.size();
        ByteBuffer window = ByteBuffer.allocate(0);
        while (at < end) {
            if (window.remaining() < ENTRY_LENGTH + 3 * 0xFFFF && at + window.remaining() < end) {
                window = bytes(at, (int) Math.min(WINDOW, end - at));
            }
            ZipEntryHeader entry = ZipEntryHeader.read(window, ENTRY, ENTRY_LENGTH);
            entries.add(entry);
            at += entry.length();
        }
        if (entries.size() != place.entries()) {
            throw new RefusedSignal(Refusal.HEADERS_DISAGREE, "");
        }
        return entries;
    }

    Place find() throws IOException {
        long length = file.size();
        int tail = (int) Math.min(length, END_LENGTH + LONGEST_COMMENT);
        ByteBuffer last = bytes(length - tail, tail);
        boolean seen = false;
        for (int at = tail - END_LENGTH; at >= 0; at--) {
            if (last.getInt(at) == END) {
                seen = true;
                int comment = last.getShort(at + 20) & 0xFFFF;
                if (at + END_LENGTH + comment == tail) {
                    return place(last, at, length - tail + at);
                }
            }
        }
        throw new RefusedSignal(seen ? Refusal.TRAILING_BYTES : Refusal.TRUNCATED, "");
    }

    private Place place(ByteBuffer last, int at, long position) throws IOException {
        int entries = last.getShort(at + 10) & 0xFFFF;
        boolean several = last.getShort(at + 4) != 0 || last.getShort(at + 6) != 0;
        Place small = new Place(last.getInt(at + 16) & 0xFFFFFFFFL, last.getInt(at + 12) & 0xFFFFFFFFL, entries);
        boolean large = entries == 0xFFFF || small.offset() == 0xFFFFFFFFL || small.size() == 0xFFFFFFFFL;
        if (several && !large || !large && (last.getShort(at + 8) & 0xFFFF) != entries) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
        }
        if (!large || position < LOCATOR_LENGTH) {
            return checked(small, position);
        }
        ByteBuffer locator = bytes(position - LOCATOR_LENGTH, LOCATOR_LENGTH);
        if (locator.getInt(0) != LOCATOR) {
            return checked(small, position);
        }
        long end = locator.getLong(8);
        if (end < 0 || end + END_64_LENGTH > position - LOCATOR_LENGTH) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
        }
        ByteBuffer wide = bytes(end, END_64_LENGTH);
        // The record tells its own length without the first twelve bytes; the locator must follow it at once.
        if (wide.getInt(0) != END_64 || wide.getLong(4) != position - LOCATOR_LENGTH - end - 12) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
        }
        return checked(new Place(wide.getLong(48), wide.getLong(40), wide.getLong(32)), end);
    }

    private static Place checked(Place place, long end) throws RefusedSignal {
        boolean sane = place.offset() >= 0
                && place.size() >= 0
                && place.entries() >= 0
                && place.offset() <= end
                && place.size() <= end;
        if (!sane) {
            throw new RefusedSignal(Refusal.MALFORMED_CONTAINER, "");
        }
        if (place.offset() + place.size() != end) {
            throw new RefusedSignal(Refusal.HEADERS_DISAGREE, "");
        }
        return place;
    }

    ByteBuffer bytes(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (from < 0 || from + length > file.size()) {
            throw new RefusedSignal(Refusal.TRUNCATED, "");
        }
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new RefusedSignal(Refusal.TRUNCATED, "");
            }
        }
        return bytes.flip();
    }
}
