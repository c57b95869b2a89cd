package network.constellation.peer.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ZIPs that two programs would read as two different packages, and broken ones (CC-38). */
@Tag("CC-38")
class ZipRefusalsTest {
    private static final String COURSE = "course/course.xml";

    private final PackageReader reader = PackagesModule.standalone();
    private final byte[] whole = Minimal.course().zip();

    @TempDir
    Path folder;

    private Optional<Refusal> refusal(byte[] archive) throws IOException {
        Path file = folder.resolve("any.mbz");
        Files.write(file, archive);
        try {
            reader.inspect(file);
            return Optional.empty();
        } catch (PackageRefusedException refused) {
            return Optional.of(refused.refusal());
        }
    }

    @Test
    void cutLongerOrDamaged() throws IOException {
        assertThat(refusal(Arrays.copyOf(whole, whole.length - 1))).contains(Refusal.TRUNCATED);
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).contains(Refusal.TRUNCATED);
        assertThat(refusal(RawTar.joined(whole, new byte[] {0}))).contains(Refusal.TRAILING_BYTES);
        byte[] checksum = whole.clone();
        int entry = ZipBytes.central(checksum, COURSE);
        checksum[entry + 16] ^= 1;
        assertThat(refusal(checksum)).contains(Refusal.WRONG_CHECKSUM);
        byte[] content = whole.clone();
        content[ZipBytes.local(content, COURSE) + 30 + COURSE.length() + 5] ^= 1;
        assertThat(refusal(content)).isPresent();
    }

    @Test
    void localAndCentralHeadersDisagree() throws IOException {
        byte[] renamed = whole.clone();
        renamed[ZipBytes.local(renamed, COURSE) + 30] = 'C';
        assertThat(refusal(renamed)).contains(Refusal.HEADERS_DISAGREE);
        byte[] method = whole.clone();
        ZipBytes.put(method, ZipBytes.local(method, COURSE) + 8, 0, 2);
        assertThat(refusal(method)).contains(Refusal.HEADERS_DISAGREE);
        byte[] size = whole.clone();
        int entry = ZipBytes.central(size, COURSE);
        ZipBytes.put(size, entry + 24, ZipBytes.get(size, entry + 24, 4) + 1, 4);
        assertThat(refusal(size)).contains(Refusal.HEADERS_DISAGREE);
    }

    @Test
    void aMemberTheDirectoryDoesNotKnow() throws IOException {
        // One entry taken out of the directory: readers of local headers would still see the member.
        int from = ZipBytes.central(whole, COURSE);
        int length = 46
                + ZipBytes.get(whole, from + 28, 2)
                + ZipBytes.get(whole, from + 30, 2)
                + ZipBytes.get(whole, from + 32, 2);
        byte[] hidden =
                RawTar.joined(Arrays.copyOf(whole, from), Arrays.copyOfRange(whole, from + length, whole.length));
        int end = hidden.length - 22;
        for (int field : new int[] {8, 10}) {
            ZipBytes.put(hidden, end + field, ZipBytes.get(hidden, end + field, 2) - 1, 2);
        }
        ZipBytes.put(hidden, end + 12, ZipBytes.get(hidden, end + 12, 4) - length, 4);
        assertThat(refusal(hidden)).contains(Refusal.HEADERS_DISAGREE);
        byte[] before = RawTar.joined("PK\3\4 something before".getBytes(StandardCharsets.ISO_8859_1), whole);
        assertThat(refusal(before)).contains(Refusal.HEADERS_DISAGREE);
    }

    @Test
    @Tag("CC-33")
    void encryptedOrStrangelyCompressed() throws IOException {
        byte[] encrypted = whole.clone();
        encrypted[ZipBytes.central(encrypted, COURSE) + 8] |= 1;
        assertThat(refusal(encrypted)).contains(Refusal.ENCRYPTED);
        byte[] method = whole.clone();
        ZipBytes.put(method, ZipBytes.central(method, COURSE) + 10, 14, 2);
        assertThat(refusal(method)).contains(Refusal.COMPRESSION_METHOD);
        byte[] device = whole.clone();
        int entry = ZipBytes.central(device, COURSE);
        device[entry + 5] = 3;
        ZipBytes.put(device, entry + 38, 0060644 << 16, 4);
        assertThat(refusal(device)).contains(Refusal.DEVICE);
    }

    @Test
    void anEmptyZipHasNoManifest() throws IOException {
        byte[] empty = new byte[22];
        ZipBytes.put(empty, 0, 0x06054b50, 4);
        assertThat(refusal(empty)).contains(Refusal.MANIFEST_MISSING);
    }
}
