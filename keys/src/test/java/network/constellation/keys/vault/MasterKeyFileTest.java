package network.constellation.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.constellation.keys.provider.CryptoEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {
    private static final byte[] PLAIN = "secret".getBytes(StandardCharsets.UTF_8);

    private final CryptoEngine engine = CryptoEngine.detect();

    @TempDir
    Path folder;

    @Test
    void whatIsSealedOpensInItsContextOnly() {
        MasterKeyFile key = MasterKeyFile.openOrCreate(engine, folder.resolve("master.key"));
        byte[] sealed = key.seal("one", PLAIN);
        assertThat(key.open("one", sealed)).hasValue(PLAIN);
        assertThat(key.open("other", sealed)).isEmpty();
        assertThat(key.seal("one", PLAIN)).isNotEqualTo(sealed);
        assertThat(MasterKeyFile.open(CryptoEngine.pureJava(), folder.resolve("master.key"))
                        .open("one", sealed))
                .hasValue(PLAIN);
        MasterKeyFile other = MasterKeyFile.openOrCreate(engine, folder.resolve("other.key"));
        assertThat(other.open("one", sealed)).isEmpty();
        assertThat(key).hasToString("MasterKeyFile[secret]");
    }

    @Test
    void anyChangeIsNoticed() {
        MasterKeyFile key = MasterKeyFile.openOrCreate(engine, folder.resolve("master.key"));
        byte[] sealed = key.seal("one", PLAIN);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 0x10;
            assertThat(key.open("one", changed)).isEmpty();
        }
        assertThat(key.open("one", new byte[0])).isEmpty();
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(sealed);
        longer.write(0);
        assertThat(key.open("one", longer.toByteArray())).isEmpty();
    }

    @Test
    void aMissingKeyIsSaidToBeMissing() {
        assertThatThrownBy(() -> MasterKeyFile.open(engine, folder.resolve("master.key")))
                .isInstanceOf(VaultRefusedException.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void whatIsNoMasterKeyIsRefused() throws Exception {
        Path file = folder.resolve("master.key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        for (String content : List.of(
                "", "0123", "constellation-master-key-1 xyz", "constellation-master-key-1 0123", "#".repeat(70_000))) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> MasterKeyFile.openOrCreate(engine, file))
                    .isInstanceOf(VaultRefusedException.class)
                    .hasMessageContaining("master key");
            assertThat(file).hasContent(content);
        }
    }

    @Test
    void manyWhoMakeItAtOnceGetOne() throws Exception {
        Path file = folder.resolve("deep/er/master.key");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<MasterKeyFile>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> MasterKeyFile.openOrCreate(engine, file));
            }
            byte[] sealed = null;
            for (Future<MasterKeyFile> each : pool.invokeAll(work)) {
                MasterKeyFile key = each.get();
                if (sealed == null) {
                    sealed = key.seal("one", PLAIN);
                }
                assertThat(key.open("one", sealed)).hasValue(PLAIN);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(folder.resolve("deep/er")).isDirectoryNotContaining(path -> !path.equals(file));
    }
}
