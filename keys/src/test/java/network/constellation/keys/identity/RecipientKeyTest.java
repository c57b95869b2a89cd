package network.constellation.keys.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.IdentityRefusedException.Reason;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;

class RecipientKeyTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.750Z");
    private static final CryptoEngine ENGINE = CryptoEngine.detect();
    private static final SiteKeys KEYS = new TestingKeys(ENGINE).site(SITE, NOW);

    @WithEachEngine
    void isSignedByTheSitesEd25519Key(CryptoEngine engine) throws Exception {
        RecipientKeyPair pair = RecipientKeyPair.make(engine, SITE, 1, KEYS.ed25519(), NOW);
        RecipientKey read = RecipientKey.decode(pair.publicKey().encoded());
        read.verify(CryptoEngine.detect(), KEYS.statement());
        read.verify(CryptoEngine.pureJava(), KEYS.statement());
        assertThat(read).isEqualTo(pair.publicKey()).hasSameHashCodeAs(pair.publicKey());
        assertThat(read.created()).isEqualTo("2026-11-21T08:00:00Z");
        assertThat(read.notAfter()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(read.toString()).contains("generation 1");
    }

    @Test
    void eachPairIsNew() {
        RecipientKeyPair one = RecipientKeyPair.make(ENGINE, SITE, 1, KEYS.ed25519(), NOW);
        RecipientKeyPair other = RecipientKeyPair.make(ENGINE, SITE, 1, KEYS.ed25519(), NOW);
        assertThat(one.publicKey().key()).isNotEqualTo(other.publicKey().key());
        assertThat(one.publicKey().sha256()).isNotEqualTo(other.publicKey().sha256());
        assertThat(one.toString()).contains("X25519PrivateKey[secret]");
    }

    @Test
    void weakKeysAreRefused() {
        byte[] uncanonical = new byte[32];
        Arrays.fill(uncanonical, (byte) 0xff);
        for (byte[] weak : new byte[][] {new byte[32], uncanonical, new byte[31]}) {
            assertRefused(Reason.WEAK_KEY, document(SITE.value(), 1, weak));
        }
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        byte[] good = KEYS.x25519().publicKey().raw();
        assertRefused(Reason.MALFORMED, document("nowhere", 1, good));
        assertRefused(Reason.MALFORMED, document(SITE.value(), -1, good));
        byte[] longer = Arrays.copyOf(document(SITE.value(), 1, good), 1000);
        assertRefused(Reason.MALFORMED, longer);
    }

    @Property(tries = 200)
    void aChangedByteIsRefusedSomewhere(
            @ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] changed = KEYS.recipient().publicKey().encoded();
        changed[at % changed.length] ^= (byte) by;
        assertThat(catchThrowableOfType(
                        IdentityRefusedException.class,
                        () -> RecipientKey.decode(changed).verify(ENGINE, KEYS.statement())))
                .isNotNull();
    }

    @Property(tries = 200)
    void anyBytesAreRefusedInOrder(@ForAll byte[] noise) {
        assertRefused(Reason.MALFORMED, noise);
        assertThat(catchThrowableOfType(IdentityRefusedException.class, () -> KeySuccession.decode(noise)))
                .isNotNull();
        assertThat(catchThrowableOfType(IdentityRefusedException.class, () -> ModernKeys.decode(noise)))
                .isNotNull();
    }

    @Test
    void aSignatureOfAnotherKindOfDocumentDoesNotDo() {
        // The same Ed25519 key signs the statement; its signature must be worth nothing here.
        RecipientKey good = KEYS.recipient().publicKey();
        RecipientKey swapped = new RecipientKey(
                SITE,
                1,
                good.key(),
                good.created(),
                good.notAfter(),
                KEYS.statement().ed25519Signature());
        IdentityRefusedException refused =
                catchThrowableOfType(IdentityRefusedException.class, () -> swapped.verify(ENGINE, KEYS.statement()));
        assertThat(refused.reason()).isEqualTo(Reason.BAD_SIGNATURE);
    }

    private static byte[] document(String wwwroot, long generation, byte[] key) {
        return new FieldWriter("constellation:signed-recipient-key:1")
                .add(wwwroot)
                .add(generation)
                .add(key)
                .add(NOW)
                .add(NOW)
                .add(new byte[64])
                .bytes();
    }

    private static void assertRefused(Reason reason, byte[] document) {
        IdentityRefusedException refused =
                catchThrowableOfType(IdentityRefusedException.class, () -> RecipientKey.decode(document));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.sentence()).endsWith(".");
    }
}
