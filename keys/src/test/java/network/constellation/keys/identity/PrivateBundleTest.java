package network.constellation.keys.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.testing.TestingKeys;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateBundleTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final CryptoEngine engine = CryptoEngine.detect();
    private final TestingKeys testing = new TestingKeys(engine);
    private final SiteKeys keys = testing.site(SITE, NOW);
    private final String rsaOnly = Pem.write("PRIVATE KEY", keys.rsa().pkcs8());

    @Test
    void holdsAllThatOneGenerationCanOpenAndSignWith() {
        SiteKeys two = keys.withRecipient(
                RecipientKeyPair.make(engine, SITE, 1, keys.ed25519(), NOW.plusSeconds(9)), NOW.plusSeconds(9));
        PrivateBundle read = PrivateBundle.parse(PrivateBundle.write(two));
        assertThat(read.rsa().publicKey()).isEqualTo(keys.rsa().publicKey());
        assertThat(read.ed25519().orElseThrow().publicKey())
                .isEqualTo(keys.ed25519().publicKey());
        assertThat(read.x25519())
                .extracting(X25519PrivateKey::publicKey)
                .containsExactlyElementsOf(two.recipients().stream()
                        .map(pair -> pair.privateKey().publicKey())
                        .toList());
        assertThat(read.certificate()).hasValue(keys.certificate());
        assertThat(read.modern()).hasValue(two.modernKeys());
        assertThat(read).hasToString("PrivateBundle[secret]");
    }

    @Test
    void oneRsaKeyIsEnoughForTheLegacySuite() throws Exception {
        byte[] pkcs1 = PrivateKeyInfo.getInstance(keys.rsa().pkcs8())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        for (String text : new String[] {
            rsaOnly, "a comment\n" + rsaOnly.replace("\n", "\r\n"), Pem.write("RSA PRIVATE KEY", pkcs1)
        }) {
            PrivateBundle read = PrivateBundle.parse(text);
            assertThat(read.rsa().publicKey()).isEqualTo(keys.rsa().publicKey());
            assertThat(read.ed25519()).isEmpty();
            assertThat(read.x25519()).isEmpty();
            assertThat(read.modern()).isEmpty();
        }
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        SiteKeys others = testing.site(SITE, NOW);
        String foreignCertificate = rsaOnly + others.certificate().pem();
        String foreignModern = rsaOnly
                + Pem.write("PRIVATE KEY", keys.ed25519().pkcs8())
                + others.modernKeys().pem();
        assertRefused(foreignCertificate, "does not belong to the RSA key");
        assertRefused(foreignModern, "do not belong to the Ed25519 key");
    }

    @Test
    void whatIsNoPrivateKeyIsRefusedInOneSentence() {
        assertRefused("", "exactly one RSA private key");
        assertRefused(keys.certificate().pem(), "exactly one RSA private key");
        assertRefused(rsaOnly + Pem.write("PRIVATE KEY", testing.rsa().pkcs8()), "it holds 2 and 0");
        assertRefused(Pem.write("PRIVATE KEY", keys.ed25519().pkcs8()), "it holds 0 and 1");
        assertRefused(Pem.write("ENCRYPTED PRIVATE KEY", new byte[9]), "decrypt it first");
        assertRefused(Pem.write("PRIVATE KEY", new byte[] {1, 2}), "must be PKCS#8");
        assertRefused(Pem.write("RSA PRIVATE KEY", new byte[] {1, 2}), "cannot be read");
        assertRefused("-----BEGIN PRIVATE KEY-----\nAAAA", "without an end");
        assertRefused(rsaOnly + Pem.write("CERTIFICATE", new byte[] {1}), "not an X.509 certificate");
    }

    @Test
    void opensslReadsTheModernPrivateKeys(@TempDir Path folder) throws Exception {
        for (byte[] pkcs8 : new byte[][] {
            keys.ed25519().pkcs8(), keys.x25519().pkcs8(), keys.rsa().pkcs8()
        }) {
            Path file = folder.resolve("key.pem");
            Files.writeString(file, Pem.write("PRIVATE KEY", pkcs8));
            assertThat(run("openssl", "pkey", "-in", file.toString(), "-noout", "-text"))
                    .containsAnyOf("ED25519", "X25519", "Private-Key: (2048 bit");
        }
    }

    @Test
    void siteKeysThatDoNotFitTogetherCannotBe() {
        SiteKeys others = testing.site(SITE, NOW);
        assertThatThrownBy(() -> new SiteKeys(
                        others.rsa(),
                        keys.certificate(),
                        keys.ed25519(),
                        keys.statement(),
                        List.of(),
                        keys.recipients()))
                .hasMessageContaining("do not belong");
        assertThatThrownBy(() -> new SiteKeys(
                        keys.rsa(),
                        keys.certificate(),
                        others.ed25519(),
                        keys.statement(),
                        List.of(),
                        keys.recipients()))
                .hasMessageContaining("do not belong");
        SiteKeys elsewhere = testing.site(Wwwroot.of("https://b.example.org"), NOW);
        assertThatThrownBy(() -> new SiteKeys(
                        keys.rsa(),
                        keys.certificate(),
                        elsewhere.ed25519(),
                        elsewhere.statement(),
                        List.of(),
                        keys.recipients()))
                .hasMessageContaining("not for https://b.example.org");
        assertThatThrownBy(() -> keys.withRecipients(List.of()).recipient())
                .hasMessageContaining("before the door opens");
        assertThatThrownBy(() -> new RecipientKeyPair(keys.recipient().publicKey(), others.x25519()))
                .hasMessageContaining("do not fit");
    }

    @Test
    void recipientKeysAreKeptNewestFirstAndDroppedInTime() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        Instant afterTwoDays = NOW.plus(Duration.ofDays(2));
        SiteKeys two = keys.withRecipient(RecipientKeyPair.make(engine, SITE, 1, keys.ed25519(), tomorrow), tomorrow);
        assertThat(two.recipients()).hasSize(2);
        assertThat(two.recipient().publicKey().created()).isEqualTo(tomorrow);
        SiteKeys three =
                two.withRecipient(RecipientKeyPair.make(engine, SITE, 1, keys.ed25519(), afterTwoDays), afterTwoDays);
        assertThat(three.recipients())
                .extracting(pair -> pair.publicKey().created())
                .containsExactly(afterTwoDays, tomorrow);
    }

    private static void assertRefused(String text, String part) {
        assertThatThrownBy(() -> PrivateBundle.parse(text))
                .isInstanceOf(MalformedKeyException.class)
                .hasMessageContaining(part)
                .hasMessageEndingWith(".");
    }

    private static String run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException noOpenssl) {
            Assumptions.abort("openssl is not installed");
            return "";
        }
    }
}
