package network.constellation.keys.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.ring.OpeningKey.Standing;
import network.constellation.keys.suite.LegacyCrypto;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;

/** Three months of a site, seen by peers that were away for part of them. */
class QuarterTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final LegacyCrypto legacy = new LegacyCrypto(engine);
    private final TestingKeys testing = new TestingKeys(engine);
    private final Rotation rotation = new Rotation(engine);
    private final byte[] sessionKey = legacy.newSessionKey();

    @Test
    void legacyPeersAreToldOfTheNewKeyWhicheverOldOneTheyUse() {
        KeyRing ring = testing.ring(SITE, START);
        byte[] toFirst = legacy.wrap(ring.current().certificate().publicKey(), sessionKey);
        assertThat(standing(ring, toFirst)).isEqualTo(Standing.CURRENT);
        for (int month = 1; month <= 3; month++) {
            Instant then = START.plus(DAY.multipliedBy(28L * month));
            KeyRing prepared = testing.prepared(ring, then.minus(DAY));
            byte[] toNext =
                    legacy.wrap(prepared.next().orElseThrow().certificate().publicKey(), sessionKey);
            assertThat(standing(prepared, toNext)).as("a rehearsal").isEqualTo(Standing.NEXT);
            ring = prepared.activate(then);
            assertThat(standing(ring, toNext)).isEqualTo(Standing.CURRENT);
            assertThat(standing(ring, toFirst)).as("answered, never executed").isEqualTo(Standing.RETIRED);
        }
        KeyRing fourth = testing.prepared(ring, START).activate(START.plus(DAY));
        assertThat(opens(fourth, toFirst))
                .as("four rotations later nobody knows that key")
                .isEmpty();
        KeyRing ended = ring.retire(START.plus(DAY.multipliedBy(90)));
        assertThat(standing(ended, toFirst)).as("7025 outlives the overlap").isEqualTo(Standing.RETIRED);
    }

    @Test
    void modernPeersThatWereAwayForTwoRotationsStillFindAVoucher() throws Exception {
        KeyRing ring = testing.ring(SITE, START);
        Ed25519PublicKey knownToTheAbsent = ring.current().ed25519().publicKey();
        for (int month = 1; month <= 2; month++) {
            Instant then = START.plus(DAY.multipliedBy(28L * month));
            ring = testing.prepared(ring, then).activate(then);
        }
        PublicIdentity now = PublicIdentity.parseBundle(
                engine, ring.current().publicIdentity(engine).bundle());
        assertThat(now.modern().orElseThrow().succeeds(engine, knownToTheAbsent))
                .isTrue();
    }

    @Test
    void everyHourOfAMonthThereIsARecipientKeyAndNoneIsOlderThanTwoDays() {
        KeyRing ring = testing.ring(SITE, START);
        List<RecipientKeyPair> known = ring.liveRecipients(START);
        for (int hour = 1; hour <= 24 * 28; hour++) {
            Instant now = START.plus(Duration.ofHours(hour));
            ring = rotation.renewRecipients(ring, now);
            List<RecipientKeyPair> live = ring.liveRecipients(now);
            assertThat(live).hasSizeBetween(1, 2);
            assertThat(live)
                    .allMatch(pair -> !pair.publicKey()
                            .created()
                            .plus(Duration.ofHours(48))
                            .isBefore(now));
            assertThat(ring.current().recipient().publicKey().created().plus(DAY))
                    .isAfter(now);
            if (hour % 24 == 0) {
                assertThat(live.get(0)).isNotIn(known);
                known = live;
            }
        }
        assertThat(ring.current().recipients())
                .as("those of the month are destroyed")
                .hasSize(2);
    }

    @Test
    void whoUsesTheRecipientKeyOfYesterdayIsUnderstoodThroughARotation() {
        KeyRing ring = testing.ring(SITE, START);
        RecipientKeyPair yesterdays = ring.current().recipient();
        Instant now = START.plus(DAY);
        KeyRing rotated = rotation.renewRecipients(testing.prepared(ring, now).activate(now), now);
        assertThat(rotated.liveRecipients(now)).contains(yesterdays);
        assertThat(rotated.retire(now).liveRecipients(now)).doesNotContain(yesterdays);
        assertThat(rotated.revoke(1, "stolen", now).liveRecipients(now)).doesNotContain(yesterdays);
        assertThat(rotated.liveRecipients(START.plus(DAY.multipliedBy(2)))).doesNotContain(yesterdays);
    }

    @Test
    void aRevokedGenerationOpensSignsAndVouchesForNothing() {
        KeyRing ring = testing.prepared(testing.ring(SITE, START), START);
        SiteKeys stolen = ring.current();
        byte[] toStolen = legacy.wrap(stolen.certificate().publicKey(), sessionKey);
        KeyRing after = ring.revoke(1, "stolen", START);
        assertThat(opens(after, toStolen)).isEmpty();
        assertThat(after.liveRecipients(START)).doesNotContainAnyElementsOf(stolen.recipients());
        assertThat(testing.prepared(after, START)
                        .next()
                        .orElseThrow()
                        .modernKeys()
                        .succeeds(engine, stolen.ed25519().publicKey()))
                .isFalse();
        assertThat(after.isRevoked(stolen.certificate().sha256())).isTrue();
    }

    private Standing standing(KeyRing ring, byte[] wrapped) {
        List<OpeningKey> opening = opens(ring, wrapped);
        assertThat(opening).hasSize(1);
        assertThat(opening.get(0).mayExecute()).isEqualTo(opening.get(0).standing() != Standing.RETIRED);
        return opening.get(0).standing();
    }

    private List<OpeningKey> opens(KeyRing ring, byte[] wrapped) {
        return ring.legacyKeys().stream()
                .filter(key -> Arrays.equals(legacy.unwrap(key.keys().rsa(), wrapped), sessionKey))
                .toList();
    }
}
