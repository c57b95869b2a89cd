package network.constellation.keys.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.IdentityRefusedException.Reason;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.Rsa;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.provider.SignaturePrefix;
import network.constellation.keys.suite.Suite;
import network.constellation.keys.testing.TestingKeys;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class KeyStatementTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-19T08:00:00Z");
    private static final CryptoEngine ENGINE = CryptoEngine.detect();
    private static final RsaPrivateKey RSA = new TestingKeys(ENGINE).rsa();
    private static final Ed25519PrivateKey ED25519 = ENGINE.ed25519().generate();
    private static final KeyStatement GOOD = statement(ENGINE, SITE, 3, EnumSet.allOf(Suite.class));

    @WithEachEngine
    void bothKeysSignAndEachEngineVerifies(CryptoEngine engine) throws Exception {
        KeyStatement made = statement(engine, SITE, 3, EnumSet.allOf(Suite.class));
        KeyStatement read = KeyStatement.decode(made.encoded());
        assertThat(read).isEqualTo(made);
        read.verify(CryptoEngine.detect(), SITE, RSA.publicKey());
        read.verify(CryptoEngine.pureJava(), SITE, RSA.publicKey());
        assertThat(read.generation()).isEqualTo(3);
        assertThat(read.suites()).containsExactlyInAnyOrder(Suite.values());
        assertThat(read.created()).isEqualTo(NOW);
        assertThat(read.notAfter()).isEqualTo(LATER);
    }

    @Test
    void itSpeaksOfOneSiteAndOneKey() {
        assertRefused(
                Reason.WRONG_SITE, () -> GOOD.verify(ENGINE, Wwwroot.of("https://b.example.org"), RSA.publicKey()));
        TestingKeys others = new TestingKeys(ENGINE);
        others.rsa();
        assertRefused(
                Reason.WRONG_KEY, () -> GOOD.verify(ENGINE, SITE, others.rsa().publicKey()));
    }

    @Test
    void neitherSignatureSufficesAlone() {
        Ed25519PrivateKey other = ENGINE.ed25519().generate();
        TestingKeys others = new TestingKeys(ENGINE);
        others.rsa();
        byte[] rsaByOther = ENGINE.rsa().sign(Rsa.Scheme.PSS_SHA256, others.rsa(), GOOD.body());
        byte[] edByOther = ENGINE.ed25519().sign(other, GOOD.body());
        byte[] rsaPkcs1 = ENGINE.rsa().sign(Rsa.Scheme.SHA256, RSA, GOOD.body());
        for (KeyStatement bad : List.of(
                with(GOOD, rsaByOther, GOOD.ed25519Signature()),
                with(GOOD, rsaPkcs1, GOOD.ed25519Signature()),
                with(GOOD, GOOD.rsaSignature(), edByOther),
                with(GOOD, new byte[0], GOOD.ed25519Signature()),
                with(GOOD, GOOD.rsaSignature(), new byte[64]))) {
            assertRefused(Reason.BAD_SIGNATURE, () -> bad.verify(ENGINE, SITE, RSA.publicKey()));
        }
    }

    @Test
    void everyFieldIsSigned() {
        Ed25519PrivateKey other = ENGINE.ed25519().generate();
        for (KeyStatement changed : List.of(
                of(4, NOW, LATER, GOOD.suites(), ED25519),
                of(3, NOW.plusSeconds(1), LATER, GOOD.suites(), ED25519),
                of(3, NOW, LATER.plusSeconds(1), GOOD.suites(), ED25519),
                of(3, NOW, LATER, Set.of(Suite.LEGACY), ED25519),
                of(3, NOW, LATER, GOOD.suites(), other))) {
            assertRefused(Reason.BAD_SIGNATURE, () -> changed.verify(ENGINE, SITE, RSA.publicKey()));
        }
    }

    @Test
    void theOfferIsKeyAndSuites() {
        Ed25519PrivateKey other = ENGINE.ed25519().generate();
        assertThat(GOOD.offerHash())
                .hasSize(32)
                .isEqualTo(
                        statement(ENGINE, SITE, 9, EnumSet.allOf(Suite.class)).offerHash())
                .isNotEqualTo(KeyStatement.offerHash(ED25519.publicKey(), Set.of(Suite.MODERN)))
                .isNotEqualTo(KeyStatement.offerHash(other.publicKey(), GOOD.suites()));
    }

    @Property(tries = 300)
    void aChangedByteIsRefusedSomewhere(
            @ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] changed = GOOD.encoded();
        changed[at % changed.length] ^= (byte) by;
        IdentityRefusedException refused = catchThrowableOfType(
                IdentityRefusedException.class,
                () -> KeyStatement.decode(changed).verify(ENGINE, SITE, RSA.publicKey()));
        assertThat(refused).isNotNull();
    }

    @Property(tries = 300)
    void anyBytesAreRefusedInOrder(@ForAll byte[] noise) {
        IdentityRefusedException refused =
                catchThrowableOfType(IdentityRefusedException.class, () -> KeyStatement.decode(noise));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        byte[] good = ED25519.publicKey().raw();
        byte[] identityPoint = new byte[32];
        identityPoint[0] = 1;
        String legacyModern = "legacy,modern";
        assertRefused(Reason.WEAK_KEY, () -> decode(SITE.value(), 1, legacyModern, new byte[32], identityPoint));
        assertRefused(Reason.MALFORMED, () -> decode("no address", 1, legacyModern, new byte[32], good));
        assertRefused(Reason.MALFORMED, () -> decode(SITE.value(), 0, legacyModern, new byte[32], good));
        assertRefused(Reason.MALFORMED, () -> decode(SITE.value(), 1L << 40, legacyModern, new byte[32], good));
        assertRefused(Reason.MALFORMED, () -> decode(SITE.value(), 1, "", new byte[32], good));
        assertRefused(Reason.MALFORMED, () -> decode(SITE.value(), 1, "future", new byte[32], good));
        assertRefused(Reason.MALFORMED, () -> decode(SITE.value(), 1, legacyModern, new byte[31], good));
        // The same statement in a second spelling would be a second document with the same meaning.
        assertRefused(Reason.MALFORMED, () -> decode(SITE.value(), 1, "modern,legacy", new byte[32], good));
        assertRefused(Reason.MALFORMED, () -> decode(SITE.value(), 1, "MODERN", new byte[32], good));
    }

    private static KeyStatement decode(String wwwroot, long generation, String suites, byte[] rsa, byte[] ed25519)
            throws IdentityRefusedException {
        byte[] body = new FieldWriter(SignaturePrefix.KEY_STATEMENT.text())
                .add(wwwroot)
                .add(generation)
                .add(NOW)
                .add(LATER)
                .add(suites)
                .add(rsa)
                .add(ed25519)
                .bytes();
        return KeyStatement.decode(new FieldWriter("constellation:signed-key-statement:1")
                .add(body)
                .add(new byte[256])
                .add(new byte[64])
                .bytes());
    }

    private static KeyStatement statement(CryptoEngine engine, Wwwroot site, int generation, Set<Suite> suites) {
        return KeyStatement.make(engine, site, generation, NOW, LATER, suites, RSA, ED25519);
    }

    private static KeyStatement of(
            int generation, Instant created, Instant notAfter, Set<Suite> suites, Ed25519PrivateKey key) {
        return new KeyStatement(
                SITE,
                generation,
                created,
                notAfter,
                suites,
                GOOD.rsaSha256(),
                key.publicKey(),
                GOOD.rsaSignature(),
                GOOD.ed25519Signature());
    }

    private static KeyStatement with(KeyStatement good, byte[] rsaSignature, byte[] ed25519Signature) {
        return new KeyStatement(
                good.wwwroot(),
                good.generation(),
                good.created(),
                good.notAfter(),
                good.suites(),
                good.rsaSha256(),
                good.ed25519(),
                rsaSignature,
                ed25519Signature);
    }

    private static void assertRefused(Reason reason, ThrowingCallable doing) {
        IdentityRefusedException refused = catchThrowableOfType(IdentityRefusedException.class, doing);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.sentence()).endsWith(".");
    }
}
