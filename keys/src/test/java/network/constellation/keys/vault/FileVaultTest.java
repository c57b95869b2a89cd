package network.constellation.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.ring.OpeningKey;
import network.constellation.keys.ring.Rotation;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileVaultTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final CryptoEngine engine = CryptoEngine.detect();
    private final TestingKeys testing = new TestingKeys(engine);
    private final KeyRing first = testing.ring(SITE, NOW);

    @TempDir
    Path folder;

    private Path master;
    private Path directory;
    private FileVault vault;

    @BeforeEach
    void makeVault() {
        master = folder.resolve("master.key");
        directory = folder.resolve("tenant/keys");
        vault = new FileVault(directory, SITE, MasterKeyFile.openOrCreate(engine, master));
    }

    @WithEachEngine
    void whatIsSavedIsLoaded(CryptoEngine each) {
        KeyRing ring = testing.prepared(testing.prepared(first, NOW).activate(NOW), NOW)
                .revoke(1, "küchenfund", NOW);
        ring = testing.prepared(ring.activate(NOW), NOW);
        vault.save(ring);
        KeyRing loaded = new FileVault(directory, SITE, MasterKeyFile.open(each, master))
                .load()
                .orElseThrow();
        assertThat(loaded.revision()).isEqualTo(ring.revision());
        assertThat(loaded.lastGeneration()).isEqualTo(ring.lastGeneration());
        assertThat(loaded.journal()).isEqualTo(ring.journal());
        assertThat(loaded.revoked().get(0).reason()).isEqualTo("küchenfund");
        assertThat(loaded.isRevoked(first.current().certificate().sha256())).isTrue();
        assertThat(loaded.legacyKeys()).hasSameSizeAs(ring.legacyKeys());
        for (int i = 0; i < loaded.legacyKeys().size(); i++) {
            OpeningKey here = loaded.legacyKeys().get(i);
            OpeningKey there = ring.legacyKeys().get(i);
            assertThat(here.standing()).isEqualTo(there.standing());
            assertSame(here.keys(), there.keys());
        }
        assertThat(loaded.current().publicIdentity(each))
                .isEqualTo(ring.current().publicIdentity(engine));
    }

    @Test
    void aNewVaultIsEmpty() {
        assertThat(vault.load()).isEmpty();
        assertThat(vault.exists()).isFalse();
        assertThat(directory).doesNotExist();
    }

    @Test
    void nothingIsReadableWithoutTheMasterKey() throws Exception {
        vault.save(first);
        byte[] seed = first.current().ed25519().seed();
        for (Path file : files()) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(content)
                    .doesNotContain(new String(seed, StandardCharsets.ISO_8859_1))
                    .doesNotContain("PRIVATE")
                    .doesNotContain(SITE.value());
        }
        Files.delete(master);
        Sealer other = MasterKeyFile.openOrCreate(engine, master);
        assertThatThrownBy(() -> new FileVault(directory, SITE, other).load())
                .isInstanceOf(VaultRefusedException.class)
                .hasMessageContaining("master key or the address is another");
    }

    @Test
    void anotherSitesFilesDoNotOpen() {
        vault.save(first);
        Sealer sealer = MasterKeyFile.open(engine, master);
        FileVault other = new FileVault(directory, Wwwroot.of("https://b.example.org"), sealer);
        assertThatThrownBy(other::load).isInstanceOf(VaultRefusedException.class);
        assertThatThrownBy(() -> other.save(first)).hasMessageContaining("does not take the keys of");
    }

    @Test
    void onlyTheOwnerMayReadAndWrite() throws Exception {
        vault.save(first);
        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(master)))
                .isEqualTo("rw-------");
    }

    @Test
    void whatOthersMayReadIsNotOpened() throws Exception {
        vault.save(first);
        for (String name : new String[] {FileVault.RING_FILE, FileVault.RECIPIENTS_FILE}) {
            Path file = directory.resolve(name);
            for (String permissions : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rwx-----x"}) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
                assertThatThrownBy(vault::load)
                        .isInstanceOf(VaultRefusedException.class)
                        .hasMessageContaining("chmod 600 " + file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(vault.load()).isPresent();
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwx---"));
        assertThatThrownBy(vault::load).hasMessageContaining("chmod 700 " + directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(vault.load()).isPresent();
        Files.setPosixFilePermissions(master, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> MasterKeyFile.open(engine, master))
                .isInstanceOf(VaultRefusedException.class)
                .hasMessage(master + " holds private keys and may be read or written by others than its owner"
                        + " (rw-r--r--): set it right with chmod 600 " + master
                        + ", and rotate the keys if somebody may have read them.");
    }

    @Test
    void twoWhoChangeTheRingAtOnceNoticeIt() {
        vault.save(first);
        KeyRing mine = testing.prepared(first, NOW);
        KeyRing theirs = testing.prepared(first, NOW);
        FileVault replica = new FileVault(directory, SITE, MasterKeyFile.open(engine, master));
        replica.save(theirs);
        assertThatThrownBy(() -> vault.save(mine))
                .isInstanceOf(VaultRefusedException.class)
                .hasMessageContaining("changed meanwhile");
        assertSame(
                vault.load().orElseThrow().next().orElseThrow(), theirs.next().orElseThrow());
    }

    @Test
    void afterAReplacementNothingOfTheOldContentStays() throws Exception {
        vault.save(first);
        vault.save(testing.prepared(first, NOW));
        assertThat(files().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(FileVault.RING_FILE, FileVault.RECIPIENTS_FILE, "vault.lock"));
    }

    @Test
    void anInterruptedReplacementLeavesTheOldOrTheNewRing() throws Exception {
        vault.save(first);
        Path file = directory.resolve(FileVault.RING_FILE);
        Path previous = directory.resolve(FileVault.RING_FILE + ".previous");
        Path fresh = directory.resolve(FileVault.RING_FILE + ".new");
        byte[] old = Files.readAllBytes(file);
        // Cut while the new file was being written.
        write(fresh, new byte[] {1, 2});
        assertThat(vault.load().orElseThrow().revision()).isEqualTo(1);
        // Cut between keeping the old and putting the new in its place.
        write(previous, old);
        assertThat(vault.load().orElseThrow().revision()).isEqualTo(1);
        // Cut in a way that a file system should not allow: name without content.
        write(file, new byte[0]);
        assertThat(vault.load().orElseThrow().revision()).isEqualTo(1);
        Files.delete(file);
        assertThat(vault.load().orElseThrow().revision()).isEqualTo(1);
        // And from there everything goes on.
        vault.save(testing.prepared(first, NOW));
        assertThat(vault.load().orElseThrow().revision()).isEqualTo(2);
        assertThat(previous).doesNotExist();
        assertThat(fresh).doesNotExist();
    }

    @Test
    void aDamagedRingIsRefusedAndNotReplaced() throws Exception {
        vault.save(first);
        Path file = directory.resolve(FileVault.RING_FILE);
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);
        assertThatThrownBy(vault::load)
                .isInstanceOf(VaultRefusedException.class)
                .hasMessageContaining("Restore both from one backup");
        assertThatThrownBy(() -> vault.save(testing.prepared(first, NOW))).isInstanceOf(VaultRefusedException.class);
        assertThat(file).hasBinaryContent(damaged);
    }

    @Test
    void recipientKeysAreInNoBackup() throws Exception {
        assertThat(FileVault.belongsInBackup(FileVault.RING_FILE)).isTrue();
        assertThat(FileVault.belongsInBackup(FileVault.RECIPIENTS_FILE)).isFalse();
        assertThat(FileVault.belongsInBackup(FileVault.RECIPIENTS_FILE + ".previous"))
                .isFalse();
        vault.save(first);
        Path elsewhere = Files.createDirectory(
                folder.resolve("restored"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Path file : files()) {
            if (FileVault.belongsInBackup(file.getFileName().toString())) {
                Files.copy(file, elsewhere.resolve(file.getFileName()));
            }
        }
        FileVault restored = new FileVault(elsewhere, SITE, MasterKeyFile.open(engine, master));
        KeyRing ring = restored.load().orElseThrow();
        assertThat(ring.liveRecipients(NOW)).isEmpty();
        assertThat(ring.needsRecipient(NOW)).isTrue();
        restored.save(new Rotation(engine).renewRecipients(ring, NOW));
        KeyRing whole = restored.load().orElseThrow();
        assertThat(whole.liveRecipients(NOW)).hasSize(1);
        assertThat(whole.current().recipient()).isNotEqualTo(first.current().recipient());
    }

    @Test
    void damagedRecipientKeysCountAsLost() throws Exception {
        vault.save(first);
        Files.write(directory.resolve(FileVault.RECIPIENTS_FILE), new byte[] {1, 2, 3});
        assertThat(vault.load().orElseThrow().needsRecipient(NOW)).isTrue();
    }

    private Set<Path> files() throws Exception {
        try (Stream<Path> all = Files.list(directory)) {
            return all.collect(Collectors.toSet());
        }
    }

    private static void write(Path file, byte[] content) throws Exception {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, content);
    }

    private static void assertSame(SiteKeys one, SiteKeys other) {
        assertThat(one.rsa().pkcs8()).isEqualTo(other.rsa().pkcs8());
        assertThat(one.certificate()).isEqualTo(other.certificate());
        assertThat(one.ed25519().seed()).isEqualTo(other.ed25519().seed());
        assertThat(one.statement()).isEqualTo(other.statement());
        assertThat(one.successions()).isEqualTo(other.successions());
        assertThat(one.recipients())
                .extracting(pair -> pair.privateKey().publicKey())
                .isEqualTo(other.recipients().stream()
                        .map(pair -> pair.privateKey().publicKey())
                        .toList());
    }
}
