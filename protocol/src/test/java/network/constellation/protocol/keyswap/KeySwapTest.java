package network.constellation.protocol.keyswap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.identity.KeySuccession;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.protocol.method.system.KeyswapOffer;
import org.junit.jupiter.api.Test;

/** Key swap with and without the modern offer (mnet-wire.md 2.7, protocol-security.md 3). */
class KeySwapTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Duration LIFE = Duration.ofDays(28);

    private final CryptoEngine engine = CryptoEngine.detect();
    private final TestingKeys keys = new TestingKeys(engine);
    private final KeySwap keySwap = new KeySwap(engine);
    private final SiteKeys first = keys.site(SITE, 1, NOW, LIFE);
    private final PublicIdentity known = first.publicIdentity(engine);

    @Test
    void two_nodes_exchange_modern_keys() throws Exception {
        KeyswapOffer offer = keySwap.offer(known, "moodle");
        assertThat(keySwap.read(offer)).isEqualTo(known);
        assertThat(keySwap.readAnswer(SITE, keySwap.answer(known, offer))).isEqualTo(known);
    }

    @Test
    void a_moodle_gets_the_bare_certificate() {
        KeyswapOffer moodle =
                new KeyswapOffer("https://moodle.example.org", "irrelevant", Optional.of("moodle"), Optional.empty());
        assertThat(keySwap.answer(known, moodle)).isEqualTo(known.certificate().pem());
    }

    @Test
    void a_stripped_offer_is_noticed_at_both_ends() {
        KeyswapOffer offer = keySwap.offer(known, "moodle");
        KeyswapOffer stripped =
                new KeyswapOffer(offer.wwwroot(), offer.certificatePem(), offer.application(), Optional.empty());
        assertThatThrownBy(() -> keySwap.read(stripped))
                .isInstanceOf(KeySwapRefusedException.class)
                .hasMessageContaining("announces modern keys");
        assertThatThrownBy(() -> keySwap.readAnswer(SITE, known.certificate().pem()))
                .isInstanceOf(KeySwapRefusedException.class);
    }

    @Test
    void keys_of_another_site_are_refused() {
        KeyswapOffer offer = keySwap.offer(known, "moodle");
        KeyswapOffer other = new KeyswapOffer(
                "https://b.example.org", offer.certificatePem(), offer.application(), offer.modernOffer());
        assertThatThrownBy(() -> keySwap.read(other))
                .isInstanceOfSatisfying(
                        KeySwapRefusedException.class,
                        refused -> assertThat(refused.code()).isIn(4, 5));
        assertThatThrownBy(() -> keySwap.readAnswer(Wwwroot.of("https://a.example"), known.bundle()))
                .isInstanceOf(KeySwapRefusedException.class);
    }

    @Test
    void suites_only_ratchet_upward() throws Exception {
        SiteKeys second = keys.site(SITE, 2, NOW, LIFE);
        PublicIdentity vouched = second.withSuccessions(List.of(KeySuccession.make(engine, first, second.statement())))
                .publicIdentity(engine);
        PublicIdentity unvouched = second.publicIdentity(engine);
        assertThat(keySwap.compare(Optional.empty(), known)).isEqualTo(Finding.FIRST_CONTACT);
        assertThat(keySwap.compare(Optional.of(known), known)).isEqualTo(Finding.SAME);
        assertThat(keySwap.compare(Optional.of(known), vouched)).isEqualTo(Finding.VOUCHED);
        assertThat(keySwap.compare(Optional.of(known), unvouched)).isEqualTo(Finding.UNVOUCHED);
        assertThat(keySwap.compare(Optional.of(vouched), known)).isEqualTo(Finding.OUTDATED);
        assertThat(keySwap.compare(Optional.of(known), legacyOnly())).isEqualTo(Finding.DOWNGRADED);
        assertThat(keySwap.compare(Optional.of(legacyOnly()), known)).isEqualTo(Finding.UPGRADED);
    }

    @Test
    void a_refresh_brings_only_what_is_vouched_for() {
        SiteKeys nextDay = first.withRecipient(
                RecipientKeyPair.make(engine, SITE, 1, first.ed25519(), NOW.plus(Duration.ofDays(1))),
                NOW.plus(Duration.ofDays(1)));
        PublicIdentity later = nextDay.publicIdentity(engine);
        assertThat(keySwap.refreshed(known, later.bundle())).contains(later);
        assertThat(keySwap.refreshed(later, known.bundle())).isEmpty();
        assertThat(keySwap.refreshed(known, known.bundle())).isEmpty();
        assertThat(keySwap.refreshed(known, "not a bundle")).isEmpty();
        SiteKeys stranger = keys.site(SITE, 2, NOW, LIFE);
        assertThat(keySwap.refreshed(known, stranger.publicIdentity(engine).bundle()))
                .isEmpty();
    }

    private PublicIdentity legacyOnly() throws CertificateRefusedException {
        return PublicIdentity.ofCertificate(SITE, known.certificate());
    }
}
