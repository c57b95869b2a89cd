package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Members into a ZIP; contents of files are stored as they are, since most are compressed already. */
final class ZipSink implements PackageWriter.Sink {
    private final ZipOutputStream zip;
    private final long made;

    ZipSink(OutputStream out, Instant made) {
        this.zip = new ZipOutputStream(out);
        this.made = made.toEpochMilli();
    }

    @Override
    public void folder(String name) throws IOException {
        zip.putNextEntry(stored(name, 0, 0));
        zip.closeEntry();
    }

    @Override
    public void document(String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(made);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Override
    public void blob(String name, PackageWriter.Blob blob, InputStream content) throws IOException {
        zip.putNextEntry(stored(name, blob.size(), blob.checksum()));
        content.transferTo(zip);
        zip.closeEntry();
    }

    private ZipEntry stored(String name, long size, long checksum) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(made);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(checksum);
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
