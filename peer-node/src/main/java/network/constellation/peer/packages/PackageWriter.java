package network.constellation.peer.packages;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import network.constellation.keys.provider.RunningDigest;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.platform.CourseFile;

/**
 * Makes a package that Moodle restores and {@link PackageReader} reads, in constant memory: the content of each file is read
 * twice, once for its hash and once to be written.
 */
public final class PackageWriter {
    private static final int PIECE = 64 * 1024;

    private final PackageDraft draft;
    private final Blobs blobs;
    private final Map<ContentHash, String> names = new LinkedHashMap<>();
    private final Map<String, Blob> bySha1 = new TreeMap<>();

    /** Where the contents of the draft's files come from. */
    @FunctionalInterface
    public interface Blobs {
        InputStream open(ContentHash content) throws IOException;
    }

    /** @param checksum as ZIP wants it */
    record Blob(ContentHash content, long size, long checksum) {}

    /** One member of the archive that is made, content still unread. */
    interface Sink extends AutoCloseable {
        void folder(String name) throws IOException;

        void document(String name, byte[] content) throws IOException;

        void blob(String name, Blob blob, InputStream content) throws IOException;

        @Override
        void close() throws IOException;
    }

    public PackageWriter(PackageDraft draft, Blobs blobs) {
        this.draft = draft;
        this.blobs = blobs;
    }

    /** Writes the whole package and leaves the stream open. */
    public void write(PackageContainer container, OutputStream out) throws IOException {
        for (CourseFile file : draft.outline().allFiles()) {
            if (!names.containsKey(file.content())) {
                digest(file);
            }
        }
        Map<String, byte[]> documents = new PackageXml(draft, names).documents();
        documents.put("moodle_backup.log", new byte[0]);
        BufferedOutputStream buffered = new BufferedOutputStream(out, PIECE);
        if (container == PackageContainer.ZIP) {
            try (Sink sink = new ZipSink(buffered, draft.made())) {
                members(sink, documents);
            }
        } else {
            try (TarSink sink = new TarSink(buffered, draft.made())) {
                sink.index(documents, bySha1);
                members(sink, documents);
            }
        }
        buffered.flush();
    }

    private void digest(CourseFile file) throws IOException {
        RunningDigest digest = RunningDigest.sha1();
        CRC32 checksum = new CRC32();
        long size = 0;
        byte[] piece = new byte[PIECE];
        try (InputStream in = blobs.open(file.content())) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
                checksum.update(piece, 0, read);
                size += read;
            }
        }
        if (size != file.size()) {
            throw new IOException(
                    "The file " + file.path() + " has " + size + " bytes, and the outline says " + file.size() + ".");
        }
        String sha1 = digest.hex();
        names.put(file.content(), sha1);
        bySha1.put(sha1, new Blob(file.content(), size, checksum.getValue()));
    }

    private void members(Sink sink, Map<String, byte[]> documents) throws IOException {
        String last = "";
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            last = folders(sink, document.getKey(), last);
            sink.document(document.getKey(), document.getValue());
        }
        for (Map.Entry<String, Blob> blob : bySha1.entrySet()) {
            String name = memberName(blob.getKey());
            last = folders(sink, name, last);
            try (InputStream content = blobs.open(blob.getValue().content())) {
                sink.blob(name, blob.getValue(), content);
            }
        }
    }

    static String memberName(String sha1) {
        return "files/" + sha1.substring(0, 2) + "/" + sha1;
    }

    /** The folders above a member that the member before it did not lie in. */
    private static String folders(Sink sink, String name, String before) throws IOException {
        for (String folder : missing(name, before)) {
            sink.folder(folder);
        }
        return name;
    }

    static java.util.List<String> missing(String name, String before) {
        java.util.List<String> missing = new java.util.ArrayList<>();
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            String folder = name.substring(0, slash + 1);
            if (!before.startsWith(folder)) {
                missing.add(folder);
            }
        }
        return missing;
    }
}
