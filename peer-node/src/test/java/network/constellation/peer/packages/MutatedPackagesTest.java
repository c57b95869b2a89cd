package network.constellation.peer.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bounded, repeatable run over spoiled packages: they are read or refused, and nothing else happens. */
class MutatedPackagesTest {
    private static final int PACKAGES = 1_000;

    private final PackageReader reader = PackagesModule.standalone();
    private final SplittableRandom random = new SplittableRandom(20_261_121);

    @TempDir
    Path folder;

    @Test
    void everySpoiledPackageIsReadOrRefused() throws IOException {
        List<byte[]> seeds = new ArrayList<>(
                List.of(Minimal.course().zip(), Minimal.course().tar().packed()));
        for (String real : new String[] {"course-zip-26dev.mbz", "course-tgz-26-no-index.mbz", "activity-zip-28.mbz"}) {
            Path file = RealPackagesTest.folder().resolve(real);
            if (Files.isRegularFile(file)) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        Path file = folder.resolve("spoiled");
        int read = 0;
        for (int i = 0; i < PACKAGES; i++) {
            byte[] spoiled = spoil(seeds.get(random.nextInt(seeds.size())));
            Files.write(file, spoiled);
            try {
                reader.inspect(file);
                read++;
            } catch (PackageRefusedException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            } catch (IOException | RuntimeException | Error broken) {
                Path kept = Files.createTempFile("spoiled", ".mbz");
                Files.write(kept, spoiled);
                throw new AssertionError("package " + i + " is kept as " + kept, broken);
            }
        }
        assertThat(read).as("some are harmless").isBetween(1, PACKAGES - 1);
    }

    private byte[] spoil(byte[] seed) throws IOException {
        boolean tar = (seed[0] & 0xFF) == 0x1F;
        if (tar && random.nextInt(4) > 0) {
            // Inside the compression, where its checksum would hide everything else.
            try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(seed))) {
                return RawTar.gzip(spoilBytes(in.readAllBytes()));
            }
        }
        return spoilBytes(seed);
    }

    private byte[] spoilBytes(byte[] plain) {
        byte[] bytes = plain.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(4, at));
                case 3 -> bytes = inserted(bytes, at, new byte[1 + random.nextInt(600)]);
                case 4 -> bytes = inserted(bytes, at, "</a>&#x0;<![CDATA[".getBytes(StandardCharsets.US_ASCII));
                default -> {
                    int length = Math.min(random.nextInt(64), bytes.length - at);
                    Arrays.fill(bytes, at, at + length, (byte) 0xFF);
                }
            }
        }
        return bytes;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(more);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }
}
