package network.constellation.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.ring.Rotation;
import network.constellation.keys.ring.RotationRefusedException;
import network.constellation.keys.testing.InMemoryVault;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;

class RingKeeperTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final CertificateSubject SUBJECT = CertificateSubject.named("A", SITE);
    private static final Duration MONTH = Duration.ofDays(28);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final TestingKeys testing = new TestingKeys(engine);
    private final HandClock clock = new HandClock();
    private final InMemoryVault vault = new InMemoryVault();

    @Test
    void aNewSiteGetsItsFirstGenerationAndKeepsIt() {
        RingKeeper keeper = open(vault);
        assertThat(keeper.ring().current().generation()).isEqualTo(1);
        assertThat(keeper.identity().wwwroot()).isEqualTo(SITE);
        assertThat(vault.load()).hasValue(keeper.ring());
        assertThat(open(vault).identity()).isEqualTo(keeper.identity());
    }

    @Test
    void keysRotateWhileTheSiteIsOpen() {
        vault.save(testing.ring(SITE, clock.instant()));
        RingKeeper keeper = open(vault);
        var before = keeper.identity();
        keeper.change(ring -> testing.prepared(ring, clock.instant()));
        assertThat(keeper.identity()).isEqualTo(before);
        keeper.activate();
        assertThat(keeper.identity()).isNotEqualTo(before);
        assertThat(keeper.ring().retired()).hasSize(1);
        assertThat(vault.load().orElseThrow().current().generation()).isEqualTo(2);
    }

    @Test
    void aRefusedTransitionChangesNothing() {
        vault.save(testing.ring(SITE, clock.instant()));
        RingKeeper keeper = open(vault);
        KeyRing before = keeper.ring();
        assertThatThrownBy(keeper::activate).isInstanceOf(RotationRefusedException.class);
        assertThat(keeper.ring()).isSameAs(before);
        assertThat(vault.load()).hasValue(before);
    }

    @Test
    void whatCannotBeSavedIsNotShown() {
        KeyRing ring = testing.ring(SITE, clock.instant());
        RingKeeper keeper = open(new Vault() {
            @Override
            public Optional<KeyRing> load() {
                return Optional.of(ring);
            }

            @Override
            public void save(KeyRing changed) {
                throw new VaultRefusedException("The disk is full.");
            }
        });
        assertThatThrownBy(() -> keeper.change(before -> testing.prepared(before, clock.instant())))
                .hasMessage("The disk is full.");
        assertThat(keeper.ring()).isSameAs(ring);
    }

    @Test
    void recipientKeysAreThoseOfTheDay() {
        vault.save(testing.ring(SITE, clock.instant()));
        RingKeeper keeper = open(vault);
        KeyRing monday = keeper.ring();
        assertThat(keeper.renewRecipients()).isSameAs(monday);
        clock.advance(Duration.ofHours(24));
        assertThat(keeper.renewRecipients().current().recipients()).hasSize(2);
        assertThat(keeper.identity().modern().orElseThrow().recipientKey())
                .isEqualTo(keeper.ring().current().recipient().publicKey());
        clock.advance(Duration.ofDays(3));
        RingKeeper reopened = open(vault);
        assertThat(reopened.ring().current().recipients()).hasSize(1);
        assertThat(vault.load()).hasValue(reopened.ring());
    }

    @Test
    void anotherReplicasChangeIsTakenUp() {
        vault.save(testing.ring(SITE, clock.instant()));
        RingKeeper one = open(vault);
        RingKeeper other = open(vault);
        one.change(ring -> testing.prepared(ring, clock.instant()));
        assertThatThrownBy(
                        () -> other.change(ring -> new Rotation(engine).prepare(ring, SUBJECT, MONTH, clock.instant())))
                .isInstanceOf(VaultRefusedException.class);
        assertThat(other.refresh()).isEqualTo(one.ring());
        assertThat(other.activate().current().generation()).isEqualTo(2);
        assertThat(one.refresh().current().generation()).isEqualTo(2);
        assertThat(one.identity()).isEqualTo(other.identity());
    }

    private RingKeeper open(Vault kept) {
        return RingKeeper.open(engine, kept, clock, SITE, SUBJECT, MONTH);
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T08:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
