package network.constellation.keys.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.ring.OpeningKey.Standing;
import network.constellation.keys.ring.RingEvent.Kind;
import network.constellation.keys.testing.TestingKeys;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration MONTH = Duration.ofDays(28);
    private static final CryptoEngine ENGINE = CryptoEngine.detect();

    private final TestingKeys testing = new TestingKeys(ENGINE);
    private final KeyRing first = testing.ring(SITE, NOW);

    @Test
    void aNewRingHasOneGeneration() {
        assertThat(first.current().generation()).isEqualTo(1);
        assertThat(first.next()).isEmpty();
        assertThat(first.retired()).isEmpty();
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.journal()).extracting(RingEvent::kind).containsExactly(Kind.FOUNDED);
        assertThat(first.wwwroot()).isEqualTo(SITE);
    }

    @Test
    void keysChangeInThreeSteps() {
        KeyRing prepared = testing.prepared(first, NOW);
        assertThat(prepared.current()).isEqualTo(first.current());
        assertThat(prepared.next().orElseThrow().generation()).isEqualTo(2);

        KeyRing activated = prepared.activate(NOW.plusSeconds(60));
        assertThat(activated.current()).isEqualTo(prepared.next().orElseThrow());
        assertThat(activated.next()).isEmpty();
        assertThat(activated.retired()).containsExactly(first.current());
        assertThat(activated.liveRecipients(NOW)).hasSize(2);

        KeyRing retired = activated.retire(NOW.plusSeconds(120));
        assertThat(retired.retired()).extracting(SiteKeys::generation).containsExactly(1);
        assertThat(retired.liveRecipients(NOW)).hasSize(1);
        assertThat(retired.revision()).isEqualTo(4);
        assertThat(retired.journal())
                .extracting(RingEvent::kind)
                .containsExactly(Kind.FOUNDED, Kind.PREPARED, Kind.ACTIVATED, Kind.REPLACED, Kind.RETIRED);
        assertThat(first.journal()).as("rings never change").hasSize(1);
    }

    @Test
    void legacyEnvelopesAreTriedInOneOrder() {
        KeyRing ring = testing.prepared(rotated(rotated(first)), NOW);
        assertThat(ring.legacyKeys())
                .extracting(key -> key.keys().generation(), OpeningKey::standing, OpeningKey::mayExecute)
                .containsExactly(
                        tuple(3, Standing.CURRENT, true),
                        tuple(4, Standing.NEXT, true),
                        tuple(2, Standing.RETIRED, false),
                        tuple(1, Standing.RETIRED, false));
    }

    @Test
    void threeRetiredGenerationsAreKept() {
        KeyRing ring = first;
        for (int i = 0; i < 5; i++) {
            ring = rotated(ring);
        }
        assertThat(ring.current().generation()).isEqualTo(6);
        assertThat(ring.retired()).extracting(SiteKeys::generation).containsExactly(5, 4, 3);
        assertThat(ring.journal())
                .filteredOn(event -> event.kind() == Kind.DROPPED)
                .extracting(RingEvent::generation)
                .containsExactly(1, 2);
    }

    @Test
    void whatTheStateDoesNotAllowIsRefusedWithTheWayOut() {
        KeyRing prepared = testing.prepared(first, NOW);
        assertRefused(() -> first.activate(NOW), "Prepare one first");
        assertRefused(() -> first.discard(NOW), "nothing to discard");
        assertRefused(() -> first.retire(NOW), "nothing to retire");
        assertRefused(() -> testing.prepared(prepared, NOW), "activate it or discard it");
        assertRefused(() -> prepared.activate(NOW.plus(MONTH)), "discard it and prepare another");
        assertRefused(() -> first.prepare(testing.site(SITE, 2, NOW, MONTH), NOW.plus(MONTH)), "expired at");
        assertRefused(() -> first.prepare(testing.site(SITE, 1, NOW, MONTH), NOW), "was used before");
        assertRefused(
                () -> first.prepare(testing.site(Wwwroot.of("https://b.example.org"), 2, NOW, MONTH), NOW),
                "this ring belongs to");
        assertRefused(() -> first.revoke(1, "lost", NOW), "prepare the next before revoking");
        assertRefused(() -> first.revoke(7, "lost", NOW), "no generation 7");
    }

    @Test
    void aKeyIsNeverUsedInTwoGenerations() {
        SiteKeys again = new TestingKeys(ENGINE).site(SITE, 2, NOW, MONTH);
        assertThat(again.rsa().publicKey()).isEqualTo(first.current().rsa().publicKey());
        assertRefused(() -> first.prepare(again, NOW), "repeat a key");
    }

    @Test
    void aDiscardedNumberIsNotUsedAgain() {
        KeyRing discarded = testing.prepared(first, NOW).discard(NOW);
        assertThat(discarded.next()).isEmpty();
        assertThat(testing.prepared(discarded, NOW).next().orElseThrow().generation())
                .isEqualTo(3);
    }

    @Test
    void aRevokedGenerationIsGoneAtOnce() {
        KeyRing ring = testing.prepared(rotated(first), NOW);
        KeyRing withoutRetired = ring.revoke(1, "backup stolen", NOW);
        assertThat(withoutRetired.retired()).isEmpty();
        assertThat(withoutRetired.isRevoked(first.current().certificate().sha256()))
                .isTrue();
        assertThat(withoutRetired.revoked().get(0).reason()).isEqualTo("backup stolen");
        KeyRing withoutNext = ring.revoke(3, "leaked", NOW);
        assertThat(withoutNext.next()).isEmpty();
        assertThat(withoutNext.current()).isEqualTo(ring.current());
        KeyRing withoutCurrent = ring.revoke(2, "leaked", NOW);
        assertThat(withoutCurrent.current().generation()).isEqualTo(3);
        assertThat(withoutCurrent.retired()).extracting(SiteKeys::generation).containsExactly(1);
        assertThat(withoutCurrent.legacyKeys()).noneMatch(key -> key.keys().generation() == 2);
        assertThat(withoutCurrent.liveRecipients(NOW))
                .noneMatch(pair -> pair.publicKey().generation() == 2);
    }

    @Test
    void theRestOfTheStateIsAskedForSimply() {
        assertThat(first.isDue(NOW, Duration.ZERO)).isFalse();
        assertThat(first.isDue(NOW.plus(MONTH), Duration.ZERO)).isTrue();
        assertThat(first.isDue(NOW.plus(MONTH).minusSeconds(1), Duration.ZERO)).isFalse();
        assertThat(first.isDue(NOW.plus(Duration.ofDays(22)), Duration.ofDays(7)))
                .isTrue();
        assertThat(first.isRevoked(new byte[32])).isFalse();
        assertThat(first.toString()).contains(SITE.value()).doesNotContain("PrivateKey");
    }

    @Test
    void aRingOfTwoSitesCannotBe() {
        SiteKeys other = testing.site(Wwwroot.of("https://b.example.org"), NOW);
        assertThatThrownBy(
                        () -> new KeyRing(1, 2, first.current(), Optional.of(other), List.of(), List.of(), List.of()))
                .hasMessageContaining("one site only");
        assertThatThrownBy(() -> new KeyRing(
                        1, 1, first.current(), Optional.empty(), List.of(first.current()), List.of(), List.of()))
                .hasMessageContaining("must differ");
        assertThatThrownBy(() -> new KeyRing(1, 0, first.current(), Optional.empty(), List.of(), List.of(), List.of()))
                .hasMessageContaining("counted");
    }

    @Property(tries = 40)
    void whateverIsTriedTheRingStaysWhole(@ForAll @Size(max = 14) List<@IntRange(max = 6) Integer> steps) {
        TestingKeys keys = new TestingKeys(ENGINE);
        KeyRing ring = keys.ring(SITE, NOW);
        Instant now = NOW;
        for (int step : steps) {
            now = now.plusSeconds(3600);
            long before = ring.revision();
            KeyRing was = ring;
            try {
                ring = step(ring, step, keys, now);
                assertThat(ring.revision()).isEqualTo(before + 1);
            } catch (RotationRefusedException refused) {
                assertThat(ring).isSameAs(was);
            }
            List<Integer> held = new ArrayList<>(Stream.concat(
                            Stream.concat(Stream.of(ring.current()), ring.next().stream()), ring.retired().stream())
                    .map(SiteKeys::generation)
                    .toList());
            ring.revoked().forEach(lost -> held.add(lost.generation()));
            assertThat(held).doesNotHaveDuplicates();
            assertThat(ring.retired()).hasSizeLessThanOrEqualTo(KeyRing.RETIRED_KEPT);
            assertThat(ring.retired()).extracting(SiteKeys::generation).isSortedAccordingTo((a, b) -> b - a);
        }
    }

    private static KeyRing step(KeyRing ring, int step, TestingKeys keys, Instant now) {
        return switch (step) {
            case 0, 1 -> keys.prepared(ring, now);
            case 2, 3 -> ring.activate(now);
            case 4 -> ring.retire(now);
            case 5 -> ring.revoke(ring.lastGeneration() - 1, "test", now);
            default -> ring.discard(now);
        };
    }

    private KeyRing rotated(KeyRing ring) {
        return testing.prepared(ring, NOW).activate(NOW);
    }

    private static void assertRefused(ThrowingCallable doing, String part) {
        assertThatThrownBy(doing)
                .isInstanceOf(RotationRefusedException.class)
                .hasMessageContaining(part)
                .hasMessageEndingWith(".");
    }
}
