package network.constellation.keys.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateMaker;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.IdentityRefusedException.Reason;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.suite.Suite;
import network.constellation.keys.testing.TestingKeys;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PublicIdentityTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org/learn");
    private static final Wwwroot OTHER = Wwwroot.of("https://b.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final CryptoEngine engine = CryptoEngine.detect();
    private final TestingKeys testing = new TestingKeys(engine);
    private final SiteKeys keys = testing.site(SITE, NOW);
    private final ModernKeys modern = keys.modernKeys();

    @WithEachEngine
    void aBundleSaysAllThatOthersNeed(CryptoEngine each) throws Exception {
        PublicIdentity identity = new TestingKeys(each).site(SITE, NOW).publicIdentity(each);
        PublicIdentity read = PublicIdentity.parseBundle(CryptoEngine.pureJava(), identity.bundle());
        assertThat(read).isEqualTo(identity).hasSameHashCodeAs(identity);
        assertThat(read.wwwroot()).isEqualTo(SITE);
        assertThat(read.suites()).containsExactlyInAnyOrder(Suite.LEGACY, Suite.MODERN);
        assertThat(read.bundle())
                .isEqualTo(identity.bundle())
                .startsWith("-----BEGIN CERTIFICATE-----\n")
                .endsWith("-----END CONSTELLATION MODERN KEYS-----\n");
        assertThat(read.offerIsMissing()).isFalse();
    }

    @Test
    void aLegacySiteIsItsCertificate() throws Exception {
        SiteCertificate certificate = legacyCertificate();
        PublicIdentity identity = PublicIdentity.parseBundle(engine, certificate.pem());
        assertThat(identity.modern()).isEmpty();
        assertThat(identity.suites()).containsExactly(Suite.LEGACY);
        assertThat(identity.bundle()).isEqualTo(certificate.pem());
        assertThat(identity.offerIsMissing()).isFalse();
    }

    @Test
    void aStrippedOfferIsNoticed() throws Exception {
        assertRefused(
                Reason.OFFER_MISSING,
                () -> PublicIdentity.parseBundle(engine, keys.certificate().pem()));
        assertRefused(
                Reason.OFFER_MISSING, () -> PublicIdentity.of(engine, SITE, keys.certificate(), Optional.empty()));
        PublicIdentity known = PublicIdentity.ofCertificate(SITE, keys.certificate());
        assertThat(known.offerIsMissing()).isTrue();
        assertThat(known.suites()).containsExactly(Suite.LEGACY);
    }

    @Test
    void anExchangedOfferIsNoticed() {
        SiteKeys stranger = testing.site(SITE, NOW);
        assertRefused(
                Reason.OFFER_MISMATCH,
                () -> PublicIdentity.of(engine, SITE, keys.certificate(), Optional.of(stranger.modernKeys())));
        assertRefused(
                Reason.OFFER_MISMATCH, () -> PublicIdentity.of(engine, SITE, legacyCertificate(), Optional.of(modern)));
    }

    @Test
    void aForeignCertificateIsRefused() {
        assertThat(catchThrowableOfType(
                        CertificateRefusedException.class,
                        () -> PublicIdentity.of(engine, OTHER, keys.certificate(), Optional.of(modern))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        CertificateRefusedException.class,
                        () -> PublicIdentity.ofCertificate(OTHER, keys.certificate())))
                .isNotNull();
    }

    @Test
    void aRecipientKeyMustComeFromTheSameSiteAndGeneration() {
        RecipientKeyPair byStranger =
                RecipientKeyPair.make(engine, SITE, 1, engine.ed25519().generate(), NOW);
        RecipientKeyPair forOther = RecipientKeyPair.make(engine, OTHER, 1, keys.ed25519(), NOW);
        RecipientKeyPair ofNext = RecipientKeyPair.make(engine, SITE, 2, keys.ed25519(), NOW);
        assertRefused(Reason.BAD_SIGNATURE, () -> withRecipient(byStranger.publicKey()));
        assertRefused(Reason.WRONG_SITE, () -> withRecipient(forOther.publicKey()));
        assertRefused(Reason.WRONG_SITE, () -> withRecipient(ofNext.publicKey()));
        RecipientKey good = modern.recipientKey();
        RecipientKey longer = new RecipientKey(
                SITE, 1, good.key(), good.created(), good.notAfter().plusSeconds(1), good.signature());
        assertRefused(Reason.MALFORMED, () -> withRecipient(longer));
        RecipientKey older = new RecipientKey(
                SITE,
                1,
                good.key(),
                good.created().minusSeconds(1),
                good.notAfter().minusSeconds(1),
                good.signature());
        assertRefused(Reason.BAD_SIGNATURE, () -> withRecipient(older));
    }

    @Test
    void aLaterRecipientKeyTakesThePlaceOfAnEarlierAndNotTheOtherWayRound() throws Exception {
        PublicIdentity first = keys.publicIdentity(engine);
        RecipientKey tomorrow = RecipientKeyPair.make(engine, SITE, 1, keys.ed25519(), NOW.plus(Duration.ofDays(1)))
                .publicKey();
        PublicIdentity second = first.withRecipientKey(engine, tomorrow);
        assertThat(second.modern().orElseThrow().recipientKey()).isEqualTo(tomorrow);
        assertThat(second.withRecipientKey(engine, modern.recipientKey())).isSameAs(second);
        assertThat(RecipientKey.decode(tomorrow.encoded())).isEqualTo(tomorrow);
        assertRefused(
                Reason.WRONG_KEY,
                () -> PublicIdentity.ofCertificate(SITE, keys.certificate()).withRecipientKey(engine, tomorrow));
    }

    @Test
    void recipientKeysLiveForTwoDays() {
        RecipientKey key = modern.recipientKey();
        assertThat(key.isLive(NOW)).isTrue();
        assertThat(key.isLive(NOW.plus(Duration.ofHours(48)).minusSeconds(1))).isTrue();
        assertThat(key.isLive(NOW.plus(Duration.ofHours(48)))).isFalse();
        assertThat(key.sha256()).hasSize(32);
    }

    @Test
    void anOlderKeyVouchesForANewerAndOnlySo() {
        SiteKeys second = testing.site(SITE, 2, NOW, Duration.ofDays(28));
        KeySuccession succession = KeySuccession.make(engine, keys, second.statement());
        ModernKeys vouched = second.withSuccessions(List.of(succession)).modernKeys();
        assertThat(vouched.succeeds(engine, keys.ed25519().publicKey())).isTrue();
        assertThat(vouched.succeeds(engine, second.ed25519().publicKey())).isFalse();
        assertThat(second.modernKeys().succeeds(engine, keys.ed25519().publicKey()))
                .isFalse();
        SiteKeys third = testing.site(SITE, 3, NOW, Duration.ofDays(28));
        assertThat(third.withSuccessions(List.of(succession))
                        .modernKeys()
                        .succeeds(engine, keys.ed25519().publicKey()))
                .as("it vouches for one statement only")
                .isFalse();
        KeySuccession backwards = KeySuccession.make(engine, second, keys.statement());
        assertThat(keys.withSuccessions(List.of(backwards))
                        .modernKeys()
                        .succeeds(engine, second.ed25519().publicKey()))
                .as("a newer key does not vouch for an older")
                .isFalse();
    }

    @Test
    void modernKeysAreOneBlockOfText() throws Exception {
        assertThat(ModernKeys.parse(modern.pem())).isEqualTo(modern);
        for (String bad : new String[] {
            "",
            "nonsense",
            modern.pem() + modern.pem(),
            keys.certificate().pem(),
            modern.pem().replace("MODERN", "OTHER"),
            modern.pem().substring(0, 200)
        }) {
            assertRefused(Reason.MALFORMED, () -> ModernKeys.parse(bad));
        }
        assertRefused(Reason.MALFORMED, () -> PublicIdentity.parseBundle(engine, modern.pem()));
        assertRefused(
                Reason.MALFORMED,
                () -> PublicIdentity.parseBundle(engine, keys.certificate().pem() + modern.pem() + modern.pem()));
    }

    private PublicIdentity withRecipient(RecipientKey recipient) throws Exception {
        return PublicIdentity.of(
                engine,
                SITE,
                keys.certificate(),
                Optional.of(new ModernKeys(modern.statement(), recipient, List.of())));
    }

    private SiteCertificate legacyCertificate() {
        return new CertificateMaker(engine)
                .selfSigned(
                        SITE,
                        CertificateSubject.named("Old", SITE),
                        keys.rsa(),
                        NOW,
                        CertificateMaker.DEFAULT_LIFETIME,
                        Optional.empty());
    }

    private static void assertRefused(Reason reason, ThrowingCallable doing) {
        IdentityRefusedException refused = catchThrowableOfType(IdentityRefusedException.class, doing);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.sentence()).endsWith(".");
    }
}
