package network.constellation.keys.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PrivateBundle;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.ring.RingEvent;
import network.constellation.keys.suite.Suite;
import network.constellation.keys.vault.FileVault;
import network.constellation.keys.vault.MasterKeyFile;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files written by the first version, which every later one must read, and values that must never change: peers hold
 * them, administrators have written them down. When a test of this class fails, a format was broken; it does not help
 * to write the files anew.
 */
class GoldenTest {
    private static final Wwwroot SITE = Wwwroot.of("https://golden.example.org/learn");
    private static final Instant MADE = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    Path folder;

    @WithEachEngine
    void thePublicBundle(CryptoEngine engine) throws Exception {
        String text = text("bundle.pem");
        PublicIdentity identity = PublicIdentity.parseBundle(engine, text);
        assertThat(identity.bundle()).isEqualTo(text);
        assertThat(identity.wwwroot()).isEqualTo(SITE);
        assertThat(identity.suites()).containsExactlyInAnyOrder(Suite.LEGACY, Suite.MODERN);
        assertThat(identity.modern().orElseThrow().statement().generation()).isEqualTo(2);
        assertThat(identity.modern().orElseThrow().successions()).hasSize(1);
        assertThat(identity.certificate().notAfter()).isEqualTo("2026-12-19T08:00:00Z");
    }

    @WithEachEngine
    void theFingerprint(CryptoEngine engine) throws Exception {
        PublicIdentity identity = PublicIdentity.parseBundle(engine, text("bundle.pem"));
        Fingerprint print = Fingerprint.of(identity);
        assertThat(print.hex()).isEqualTo("8b7d0aa88d1aa7c6b3aa70b34729f4bf77a2ec884402f9ce9e758b90a9f39065");
        assertThat(print.spoken()).isEqualTo("90983 04653 44839 66890 40441 22612 23459 19624 21077 01918 48526 87347");
        assertThat(print.grouped()).startsWith("8B7D 0AA8 8D1A ");
        assertThat(Fingerprint.of(identity, "golden network").hex())
                .isEqualTo("f4e6346f24375c287657db63ee28a7bf7be0cca050c47282de4a4b42eb3a9337");
    }

    @WithEachEngine
    void thePrivateBundle(CryptoEngine engine) throws Exception {
        PrivateBundle bundle = PrivateBundle.parse(text("private-bundle.pem"));
        PublicIdentity identity = PublicIdentity.parseBundle(engine, text("bundle.pem"));
        assertThat(bundle.rsa().publicKey()).isEqualTo(identity.certificate().publicKey());
        assertThat(bundle.modern()).isEqualTo(identity.modern());
        assertThat(bundle.x25519()).hasSize(1);
    }

    @WithEachEngine
    void theVault(CryptoEngine engine) throws Exception {
        for (String name : new String[] {"master.key", FileVault.RING_FILE, FileVault.RECIPIENTS_FILE}) {
            Path file = Files.createFile(
                    folder.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, bytes(name));
        }
        FileVault vault = new FileVault(folder, SITE, MasterKeyFile.open(engine, folder.resolve("master.key")));
        KeyRing ring = vault.load().orElseThrow();
        assertThat(ring.revision()).isEqualTo(4);
        assertThat(ring.current().generation()).isEqualTo(2);
        assertThat(ring.next().orElseThrow().generation()).isEqualTo(3);
        assertThat(ring.retired()).extracting(SiteKeys::generation).containsExactly(1);
        assertThat(ring.liveRecipients(MADE)).hasSize(3);
        assertThat(ring.journal())
                .extracting(RingEvent::kind)
                .containsExactly(
                        RingEvent.Kind.FOUNDED,
                        RingEvent.Kind.PREPARED,
                        RingEvent.Kind.ACTIVATED,
                        RingEvent.Kind.REPLACED,
                        RingEvent.Kind.PREPARED);
        assertThat(ring.current().publicIdentity(engine))
                .isEqualTo(PublicIdentity.parseBundle(engine, text("bundle.pem")));
        vault.save(ring.activate(MADE));
        assertThat(vault.load().orElseThrow().current().generation()).isEqualTo(3);
    }

    private static String text(String name) throws Exception {
        return new String(bytes(name), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String name) throws Exception {
        String path = "/network/constellation/keys/golden/" + name;
        try (InputStream in = GoldenTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return in.readAllBytes();
        }
    }
}
