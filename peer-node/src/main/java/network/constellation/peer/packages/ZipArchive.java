package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A ZIP file, each member in the order in which it lies there. What central directory and local headers say must agree, and
 * members must lie side by side from the first byte to the directory, so that no reader sees other members than we do.
 */
final class ZipArchive implements Archive {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final long ABSENT = 0xFFFFFFFFL;

    private final Path path;
    private final Meter meter;
    private final int mostMembers;

    ZipArchive(Path path, Meter meter, int mostMembers) {
        this.path = path;
        this.meter = meter;
        this.mostMembers = mostMembers;
    }

    @Override
    public void read(Visitor visitor) throws IOException {
        MemberNames names = new MemberNames();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ZipDirectory directory = new ZipDirectory(file);
            ZipDirectory.Place place = directory.find();
            List<ZipEntryHeader> entries = directory.entries(place, mostMembers);
            entries.sort(Comparator.comparingLong(ZipEntryHeader::offset));
            long at = 0;
            for (ZipEntryHeader entry : entries) {
                at = member(directory, file, entry, at, names, visitor);
            }
            if (at != place.offset()) {
                throw new RefusedSignal(Refusal.HEADERS_DISAGREE, "");
            }
        }
    }

    /** @return where the next member begins */
    private long member(
            ZipDirectory directory, FileChannel file, ZipEntryHeader entry, long at, MemberNames names, Visitor visitor)
            throws IOException {
        String raw = MemberNames.decode(entry.name());
        meter.member(raw);
        entry.requirePlain(raw);
        String name = names.accept(raw);
        if (entry.offset() != at) {
            throw new RefusedSignal(Refusal.HEADERS_DISAGREE, raw);
        }
        ByteBuffer local = directory.bytes(at, LOCAL_LENGTH);
        int nameLength = local.getShort(26) & 0xFFFF;
        int extraLength = local.getShort(28) & 0xFFFF;
        boolean same = local.getInt(0) == LOCAL
                && nameLength == entry.name().length
                && Arrays.equals(directory.bytes(at + LOCAL_LENGTH, nameLength).array(), entry.name())
                && (local.getShort(6) & 0xFFFF & ~0x0800) == (entry.flags() & ~0x0800)
                && (local.getShort(8) & 0xFFFF) == entry.method();
        boolean described = (entry.flags() & ZipEntryHeader.DESCRIPTOR) != 0;
        if (!same || !described && !agrees(local, entry)) {
            throw new RefusedSignal(Refusal.HEADERS_DISAGREE, raw);
        }
        long data = at + LOCAL_LENGTH + nameLength + extraLength;
        try (InputStream content = new ZipMemberStream(file, data, entry, name, meter)) {
            if (!name.isEmpty()) {
                visitor.member(new Member(name, raw.endsWith("/")), content);
            }
            content.transferTo(java.io.OutputStream.nullOutputStream());
        }
        long end = data + entry.compressed();
        return described ? end + descriptor(directory, end, entry, raw) : end;
    }

    private static boolean agrees(ByteBuffer local, ZipEntryHeader entry) {
        long compressed = local.getInt(18) & ABSENT;
        long size = local.getInt(22) & ABSENT;
        return (local.getInt(14) & ABSENT) == entry.crc()
                && (compressed == ABSENT || compressed == entry.compressed())
                && (size == ABSENT || size == entry.size());
    }

    /** The length of what stands behind a member whose sizes its writer did not know before: with or without mark, two widths. */
    private static int descriptor(ZipDirectory directory, long at, ZipEntryHeader entry, String name)
            throws IOException {
        for (boolean marked : new boolean[] {true, false}) {
            for (int width : new int[] {4, 8}) {
                int start = marked ? 4 : 0;
                int length = start + 4 + 2 * width;
                ByteBuffer found = directory.bytes(at, length);
                long compressed = width == 4 ? found.getInt(start + 4) & ABSENT : found.getLong(start + 4);
                long size = width == 4 ? found.getInt(start + 8) & ABSENT : found.getLong(start + 12);
                if ((!marked || found.getInt(0) == DESCRIPTOR)
                        && (found.getInt(start) & ABSENT) == entry.crc()
                        && compressed == entry.compressed()
                        && size == entry.size()) {
                    return length;
                }
            }
        }
        throw new RefusedSignal(Refusal.HEADERS_DISAGREE, name);
    }
}
