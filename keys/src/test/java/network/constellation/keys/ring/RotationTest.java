package network.constellation.keys.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final Rotation rotation = new Rotation(engine);
    private final TestingKeys testing = new TestingKeys(engine);

    @Test
    void foundsAndPreparesWithKeysOfItsOwn() {
        CertificateSubject subject = CertificateSubject.named("A", SITE);
        KeyRing ring = rotation.found(SITE, subject, Duration.ofDays(28), NOW);
        KeyRing prepared = rotation.prepare(ring, subject, Duration.ofDays(28), NOW.plus(DAY));
        SiteKeys next = prepared.next().orElseThrow();
        assertThat(next.generation()).isEqualTo(2);
        assertThat(next.created()).isEqualTo(NOW.plus(DAY));
        assertThat(next.rsa().publicKey()).isNotEqualTo(ring.current().rsa().publicKey());
        assertThatThrownBy(() -> rotation.prepare(prepared, subject, Duration.ofDays(28), NOW))
                .isInstanceOf(RotationRefusedException.class);
    }

    @Test
    void everyGenerationThatIsHeldVouchesForTheNext() {
        KeyRing ring = testing.ring(SITE, NOW);
        SiteKeys first = ring.current();
        KeyRing second = testing.prepared(ring, NOW).activate(NOW);
        KeyRing third = testing.prepared(second, NOW);
        ModernKeys offered = third.next().orElseThrow().modernKeys();
        assertThat(offered.succeeds(engine, first.ed25519().publicKey())).isTrue();
        assertThat(offered.succeeds(engine, second.current().ed25519().publicKey()))
                .isTrue();
        assertThat(offered.succeeds(engine, engine.ed25519().generate().publicKey()))
                .isFalse();
    }

    @Test
    void aRevokedGenerationNoLongerVouches() {
        KeyRing ring = testing.prepared(testing.ring(SITE, NOW), NOW);
        SiteKeys lost = ring.current();
        KeyRing after = testing.prepared(ring.revoke(1, "stolen", NOW), NOW);
        assertThat(after.next()
                        .orElseThrow()
                        .modernKeys()
                        .succeeds(engine, lost.ed25519().publicKey()))
                .isFalse();
    }

    @Test
    void recipientKeysRotateDailyAndLiveTwoDays() {
        KeyRing ring = testing.ring(SITE, NOW);
        assertThat(rotation.renewRecipients(ring, NOW.plus(DAY).minusSeconds(1)))
                .isSameAs(ring);
        KeyRing secondDay = rotation.renewRecipients(ring, NOW.plus(DAY));
        assertThat(secondDay.liveRecipients(NOW.plus(DAY))).hasSize(2);
        assertThat(secondDay.current().recipient()).isNotEqualTo(ring.current().recipient());
        KeyRing thirdDay = rotation.renewRecipients(secondDay, NOW.plus(DAY.multipliedBy(2)));
        RecipientKeyPair oldest = ring.current().recipient();
        assertThat(thirdDay.current().recipients())
                .as("destroyed, not only unused")
                .hasSize(2)
                .doesNotContain(oldest);
        assertThat(thirdDay.revision()).isEqualTo(3);
    }

    @Test
    void thePreparedGenerationHasAKeyOfTheDayToo() {
        KeyRing ring = testing.prepared(testing.ring(SITE, NOW), NOW);
        Instant later = NOW.plus(DAY.multipliedBy(5));
        assertThat(ring.liveRecipients(later)).isEmpty();
        KeyRing renewed = rotation.renewRecipients(ring, later);
        assertThat(renewed.liveRecipients(later))
                .extracting(pair -> pair.publicKey().generation())
                .containsExactly(1, 2);
        renewed.next().orElseThrow().publicIdentity(engine);
        renewed.activate(later).current().publicIdentity(engine);
    }

    @Test
    void retiredGenerationsGetNoNewOnesAndLoseTheirOldOnesInTime() {
        KeyRing ring = testing.prepared(testing.ring(SITE, NOW), NOW).activate(NOW);
        KeyRing nextDay = rotation.renewRecipients(ring, NOW.plus(DAY));
        assertThat(nextDay.retired().get(0).recipients()).hasSize(1);
        KeyRing third = rotation.renewRecipients(nextDay, NOW.plus(DAY.multipliedBy(2)));
        assertThat(third.retired().get(0).recipients()).isEmpty();
    }

    @Test
    void afterARestoreThereAreFreshOnesBeforeAnythingElse() {
        KeyRing ring = testing.ring(SITE, NOW);
        KeyRing restored = new KeyRing(
                ring.revision(),
                ring.lastGeneration(),
                ring.current().withRecipients(List.of()),
                ring.next(),
                ring.retired(),
                ring.revoked(),
                ring.journal());
        assertThat(restored.needsRecipient(NOW)).isTrue();
        KeyRing whole = rotation.renewRecipients(restored, NOW);
        assertThat(whole.needsRecipient(NOW)).isFalse();
        assertThat(whole.current().recipients()).hasSize(1);
    }
}
