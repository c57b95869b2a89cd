package network.constellation.testnetwork.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import network.constellation.keys.provider.RunningDigest;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.packages.PackageContainer;
import network.constellation.peer.packages.PackageDraft;
import network.constellation.peer.packages.PackageWriter;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;

/**
 * A sound package with files of noise, which nothing compresses: the same bytes for the same seed, made in constant memory.
 * About 100 MB each second for each pass; there are three (identity, name, content).
 */
public final class LargePackage {
    private static final Instant MADE = Instant.parse("2026-11-01T08:00:00Z");

    private final long blobBytes;
    private final long seed;
    private final Map<ContentHash, Long> seeds = new HashMap<>();
    private final List<CourseFile> files = new ArrayList<>();

    private LargePackage(int blobs, long blobBytes, long seed) throws IOException {
        this.blobBytes = blobBytes;
        this.seed = seed;
        for (int i = 0; i < blobs; i++) {
            ContentHash hash = hash(seed + i);
            seeds.put(hash, seed + i);
            files.add(CourseFile.of("content", "films/film-" + i + ".mp4", hash, blobBytes, "video/mp4"));
        }
    }

    /**
     * Writes it.
     *
     * @param blobs how many files
     * @param blobBytes the size of each
     */
    public static void write(Path file, PackageContainer container, int blobs, long blobBytes, long seed)
            throws IOException {
        LargePackage large = new LargePackage(blobs, blobBytes, seed);
        try (OutputStream out = Files.newOutputStream(file)) {
            new PackageWriter(large.draft(), large::open).write(container, out);
        }
    }

    private PackageDraft draft() {
        CourseOutline outline = CourseOutline.of(List.of(CourseSection.of(
                "Films",
                List.of(CourseActivity.of("1", "folder", "All films", "").files(files)))));
        return PackageDraft.of(
                "A large course", "large-" + seed, "<p>Films.</p>", "https://films.example.org", MADE, outline);
    }

    private InputStream open(ContentHash hash) {
        Long own = seeds.get(hash);
        if (own == null) {
            throw new IllegalArgumentException("no content of this package: " + hash);
        }
        return new Noise(own, blobBytes);
    }

    private ContentHash hash(long of) throws IOException {
        RunningDigest digest = RunningDigest.sha256();
        byte[] piece = new byte[64 * 1024];
        try (Noise noise = new Noise(of, blobBytes)) {
            for (int read = noise.read(piece, 0, piece.length); read >= 0; read = noise.read(piece, 0, piece.length)) {
                digest.update(piece, 0, read);
            }
        }
        return new ContentHash(digest.hex());
    }

    /** The same random bytes for the same seed. */
    private static final class Noise extends InputStream {
        private final SplittableRandom random;
        private long left;
        private long word;
        private int held;

        Noise(long seed, long size) {
            this.random = new SplittableRandom(seed);
            this.left = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        /** In steps of eight bytes, whatever the caller's pieces, so that every reader sees the same. */
        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int wanted = (int) Math.min(length, left);
            for (int i = 0; i < wanted; i++) {
                if (held == 0) {
                    word = random.nextLong();
                    held = Long.BYTES;
                }
                bytes[offset + i] = (byte) word;
                word >>>= Byte.SIZE;
                held--;
            }
            left -= wanted;
            return wanted;
        }
    }
}
