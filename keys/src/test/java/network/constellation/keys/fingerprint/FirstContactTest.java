package network.constellation.keys.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateMaker;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.IdentityRefusedException.Reason;
import network.constellation.keys.identity.KeyStatement;
import network.constellation.keys.identity.KeySuccession;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.suite.Suite;
import network.constellation.keys.testing.TestingKeys;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What somebody between two sites can try when they exchange keys for the first time, and where it fails
 * (protocol-security.md 3, first contact).
 */
class FirstContactTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration MONTH = Duration.ofDays(28);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final TestingKeys testing = new TestingKeys(engine);
    private final SiteKeys site = testing.site(SITE, NOW);
    private final PublicIdentity identity = site.publicIdentity(engine);
    /** What the administrator of the site reads out on the telephone. */
    private final String told = Fingerprint.of(identity).spoken();

    @Test
    void theGenuineBundleIsRecognised() throws Exception {
        PublicIdentity received = PublicIdentity.parseBundle(engine, identity.bundle());
        assertThat(Fingerprint.of(received).matches(told)).isTrue();
    }

    @Test
    void leavingOutTheModernKeysIsNoticed() {
        String stripped = site.certificate().pem();
        assertRefused(Reason.OFFER_MISSING, () -> PublicIdentity.parseBundle(engine, stripped));
    }

    @Test
    void aCertificateWithoutTheAnnouncementHasAnotherFingerprint() throws Exception {
        // With the site's own RSA key, which a man in the middle does not even have.
        SiteCertificate forged = new CertificateMaker(engine)
                .selfSigned(SITE, CertificateSubject.named("A", SITE), site.rsa(), NOW, MONTH, Optional.empty());
        PublicIdentity received = PublicIdentity.of(engine, SITE, forged, Optional.empty());
        assertThat(Fingerprint.of(received).matches(told)).isFalse();
        assertThat(Fingerprint.of(received)
                        .matches(Fingerprint.of(site.certificate()).hex()))
                .isFalse();
    }

    @Test
    void exchangingAllKeysGivesAnotherFingerprint() {
        PublicIdentity forged = testing.site(SITE, NOW).publicIdentity(engine);
        assertThat(Fingerprint.of(forged).matches(told)).isFalse();
    }

    @Test
    void exchangingOnlyTheModernKeysIsNoticed() {
        ModernKeys others = testing.site(SITE, NOW).modernKeys();
        assertRefused(
                Reason.OFFER_MISMATCH, () -> PublicIdentity.of(engine, SITE, site.certificate(), Optional.of(others)));
    }

    @Test
    void exchangingOnlyTheRecipientKeyIsNoticed() {
        Ed25519PrivateKey foreign = engine.ed25519().generate();
        ModernKeys changed = new ModernKeys(
                site.statement(),
                RecipientKeyPair.make(engine, SITE, 1, foreign, NOW).publicKey(),
                List.of());
        assertRefused(
                Reason.BAD_SIGNATURE, () -> PublicIdentity.of(engine, SITE, site.certificate(), Optional.of(changed)));
    }

    @Test
    void exchangingOnlyTheCertificateIsNoticed() {
        SiteKeys other = testing.site(SITE, NOW);
        assertRefused(
                Reason.OFFER_MISMATCH,
                () -> PublicIdentity.of(engine, SITE, other.certificate(), Optional.of(site.modernKeys())));
    }

    @Test
    void announcingTheSitesKeysInAForeignCertificateIsNoticed() {
        // The announcement can be copied, the bond of the statement cannot.
        RsaPrivateKey foreign = testing.rsa();
        SiteCertificate forged = new CertificateMaker(engine)
                .selfSigned(
                        SITE,
                        CertificateSubject.named("A", SITE),
                        foreign,
                        NOW,
                        MONTH,
                        Optional.of(site.statement().offerHash()));
        assertRefused(Reason.WRONG_KEY, () -> PublicIdentity.of(engine, SITE, forged, Optional.of(site.modernKeys())));
    }

    @Test
    void offeringFewerSuitesIsNoticed() {
        KeyStatement weaker = statement(EnumSet.of(Suite.LEGACY), site.ed25519());
        ModernKeys changed = new ModernKeys(weaker, site.recipient().publicKey(), List.of());
        assertRefused(
                Reason.OFFER_MISMATCH, () -> PublicIdentity.of(engine, SITE, site.certificate(), Optional.of(changed)));
    }

    @Test
    void claimingSomebodyElsesEd25519KeyIsNoticed() {
        // Who does not hold a key cannot bring it in as his own: the proof of possession fails.
        SiteKeys victim = testing.site(Wwwroot.of("https://victim.example.org"), NOW);
        RsaPrivateKey own = testing.rsa();
        SiteCertificate certificate = new CertificateMaker(engine)
                .selfSigned(
                        SITE,
                        CertificateSubject.named("A", SITE),
                        own,
                        NOW,
                        MONTH,
                        Optional.of(victim.statement().offerHash()));
        KeyStatement made =
                KeyStatement.make(engine, SITE, 1, NOW, NOW.plus(MONTH), Set.of(Suite.values()), own, site.ed25519());
        KeyStatement claimed = new KeyStatement(
                SITE,
                1,
                made.created(),
                made.notAfter(),
                made.suites(),
                made.rsaSha256(),
                victim.ed25519().publicKey(),
                made.rsaSignature(),
                made.ed25519Signature());
        ModernKeys offered = new ModernKeys(claimed, victim.recipient().publicKey(), List.of());
        assertRefused(Reason.BAD_SIGNATURE, () -> PublicIdentity.of(engine, SITE, certificate, Optional.of(offered)));
    }

    @Test
    void theKeysOfAnotherSiteAreNotTaken() {
        SiteKeys other = testing.site(Wwwroot.of("https://b.example.org"), NOW);
        SiteCertificate certificate = new CertificateMaker(engine)
                .selfSigned(
                        SITE,
                        CertificateSubject.named("A", SITE),
                        other.rsa(),
                        NOW,
                        MONTH,
                        Optional.of(other.statement().offerHash()));
        assertRefused(
                Reason.WRONG_SITE, () -> PublicIdentity.of(engine, SITE, certificate, Optional.of(other.modernKeys())));
    }

    @Test
    void afterFirstContactTheOldKeyMustVouch() {
        SiteKeys genuine = testing.site(SITE, 2, NOW, MONTH);
        KeySuccession succession = KeySuccession.make(engine, site, genuine.statement());
        SiteKeys forged = testing.site(SITE, 2, NOW, MONTH);
        var trusted = site.ed25519().publicKey();
        assertThat(genuine.withSuccessions(List.of(succession)).modernKeys().succeeds(engine, trusted))
                .isTrue();
        assertThat(forged.withSuccessions(List.of(succession)).modernKeys().succeeds(engine, trusted))
                .as("vouched for others")
                .isFalse();
        KeySuccession byForger = new KeySuccession(
                1, KeySuccession.make(engine, forged, genuine.statement()).signature());
        assertThat(forged.withSuccessions(List.of(byForger)).modernKeys().succeeds(engine, trusted))
                .isFalse();
    }

    private KeyStatement statement(Set<Suite> suites, Ed25519PrivateKey ed25519) {
        return KeyStatement.make(engine, SITE, 1, NOW, NOW.plus(MONTH), suites, site.rsa(), ed25519);
    }

    private static void assertRefused(Reason reason, ThrowingCallable doing) {
        IdentityRefusedException refused = catchThrowableOfType(IdentityRefusedException.class, doing);
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
    }
}
