package network.constellation.peer.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that would cost too much: stopped at the limit, counted on what they really produce (section 4.4.6). */
class BombsTest {
    private static final PackagesConfig SMALL =
            new PackagesConfig(20, 2, 1, 1, 1, 200, 100, 100, Duration.ofMinutes(1), "2025100600");

    @TempDir
    Path folder;

    private Refusal refusal(PackageReader reader, Path file) throws IOException {
        try {
            reader.inspect(file);
            throw new AssertionError("it was read");
        } catch (PackageRefusedException refused) {
            return refused.refusal();
        }
    }

    private static PackageReader small() {
        return new PackageReader(SMALL, Clock.systemUTC());
    }

    private static void zeros(OutputStream out, long mib) throws IOException {
        byte[] piece = new byte[1024 * 1024];
        for (long i = 0; i < mib; i++) {
            out.write(piece);
        }
    }

    @Test
    @Tag("CC-35")
    void aMemberThatExpandsAThousandfoldStopsAtOnce() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("activities/x_1/x.xml"));
            zeros(out, 96);
            out.closeEntry();
        }
        assertThat(Files.size(zip)).isLessThan(2L << 20);
        assertThat(refusal(PackagesModule.standalone(), zip))
                .isIn(Refusal.EXPANDS_TOO_MUCH, Refusal.DOCUMENT_MALFORMED);
        Path blob = folder.resolve("blob.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(blob))) {
            out.putNextEntry(new ZipEntry(Minimal.blobName(Minimal.sha1(new byte[0]))));
            zeros(out, 96);
            out.closeEntry();
        }
        assertThat(refusal(PackagesModule.standalone(), blob)).isEqualTo(Refusal.EXPANDS_TOO_MUCH);
        Path tar = folder.resolve("bomb.tgz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(tar))) {
            byte[] header = new byte[512];
            try (java.util.zip.GZIPInputStream in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(
                    new RawTar().member("zeros", '0', 1L << 27, new byte[0]).compressed()))) {
                in.readNBytes(header, 0, 512);
            }
            out.write(header);
            zeros(out, 96);
        }
        assertThat(refusal(PackagesModule.standalone(), tar)).isEqualTo(Refusal.EXPANDS_TOO_MUCH);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("nothing is left").hasSize(3);
        }
    }

    @Test
    @Tag("CC-35")
    void eachLimitIsCounted() throws IOException {
        assertThat(refusal(small(), manyMembers())).isEqualTo(Refusal.TOO_MANY_MEMBERS);
        byte[] noise = new byte[1_100_000];
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) random.nextInt();
        }
        assertThat(refusal(small(), written(Minimal.course().with(Minimal.blobName(Minimal.sha1(noise)), noise))))
                .isEqualTo(Refusal.BLOB_TOO_LARGE);
        Minimal large = Minimal.course();
        for (int i = 0; i < 3; i++) {
            byte[] part = java.util.Arrays.copyOf(noise, 1_000_000 - i);
            large.with(Minimal.blobName(Minimal.sha1(part)), part);
        }
        assertThat(refusal(small(), written(large))).isEqualTo(Refusal.TOO_LARGE);
        String text = "<a>" + java.util.Base64.getEncoder().encodeToString(noise) + "</a>";
        assertThat(refusal(small(), written(Minimal.course().with("scales.xml", text))))
                .isEqualTo(Refusal.DOCUMENT_TOO_LARGE);
    }

    @Test
    @Tag("CC-35")
    void timeIsBoundedToo() throws IOException {
        Clock running = new Clock() {
            private Instant now = Instant.EPOCH;

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                now = now.plusSeconds(20);
                return now;
            }
        };
        PackageReader slow = new PackageReader(SMALL, running);
        assertThat(refusal(slow, written(Minimal.course()))).isEqualTo(Refusal.TOO_SLOW);
    }

    @Test
    void settingsThatCannotBeAreSaid() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new PackagesConfig(0, 2, 1, 1, 1, 200, 100, 100, Duration.ofMinutes(1), "1"))
                .withMessage("packages.members must be at least 1.");
    }

    private Path manyMembers() throws IOException {
        Minimal many = Minimal.course();
        for (int i = 0; i < 20; i++) {
            many.with("note" + i, "x");
        }
        return written(many);
    }

    private Path written(Minimal minimal) throws IOException {
        Path file = folder.resolve("made");
        Files.write(file, minimal.zip());
        return file;
    }
}
