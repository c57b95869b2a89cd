package network.constellation.keys.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import network.constellation.keys.Vectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final CryptoEngine ENGINE = CryptoEngine.detect();
    private static final SiteKeys KEYS = new TestingKeys(ENGINE).site(SITE, NOW);
    private static final Fingerprint PRINT = Fingerprint.of(KEYS.publicIdentity(ENGINE));

    @Test
    void hasThreeForms() {
        assertThat(PRINT.hex()).matches("[0-9a-f]{64}").isEqualTo(HexFormat.of().formatHex(PRINT.bytes()));
        assertThat(PRINT.grouped()).matches("([0-9A-F]{4} ){15}[0-9A-F]{4}");
        assertThat(PRINT.spoken()).matches("(\\d{5} ){11}\\d{5}");
        assertThat(PRINT).hasToString(PRINT.grouped());
    }

    @Test
    void acceptsWhatPeopleType() {
        String hex = PRINT.hex();
        for (String typed : List.of(
                hex,
                "  " + hex.toUpperCase(Locale.ROOT) + "\n",
                PRINT.grouped(),
                PRINT.grouped().toLowerCase(Locale.ROOT).replace(' ', '-'),
                hex.replaceAll("(..)(?!$)", "$1:"),
                "SHA256:" + hex,
                "sha256 Fingerprint=" + hex.replaceAll("(..)(?!$)", "$1:"),
                "SHA-256 fingerprint: " + PRINT.grouped(),
                PRINT.spoken(),
                PRINT.spoken().replace(" ", ""),
                PRINT.spoken().replace(' ', '\u2013'),
                PRINT.spoken().replace(" ", "\u00a0"))) {
            assertThat(PRINT.matches(typed)).as(typed).isTrue();
        }
    }

    @Test
    void acceptsNothingLess() {
        String hex = PRINT.hex();
        for (String typed : List.of(
                "",
                "SHA256:",
                hex.substring(1),
                hex.substring(0, 63),
                hex + "0",
                hex.substring(0, 40),
                PRINT.spoken().substring(0, 64),
                PRINT.spoken().substring(6),
                Fingerprint.of(KEYS.certificate()).hex())) {
            assertThat(PRINT.matches(typed)).as(typed).isFalse();
        }
        for (int i = 0; i < 64; i++) {
            char[] changed = hex.toCharArray();
            changed[i] = changed[i] == '0' ? '1' : '0';
            assertThat(PRINT.matches(new String(changed))).isFalse();
        }
    }

    @Property(tries = 300)
    void anyOtherTextIsNotIt(@ForAll String typed) {
        assertThat(PRINT.matches(typed)).isFalse();
    }

    @Test
    void coversKeysSiteAndNetwork() {
        TestingKeys testing = new TestingKeys(ENGINE);
        assertThat(Fingerprint.of(KEYS.publicIdentity(ENGINE), "uni")).isNotEqualTo(PRINT);
        assertThat(Fingerprint.of(testing.site(SITE, NOW).publicIdentity(ENGINE)))
                .as("the same RSA key, another Ed25519 key")
                .isNotEqualTo(PRINT);
        assertThat(Fingerprint.of(testing.site(SITE, NOW).publicIdentity(ENGINE)))
                .isNotEqualTo(PRINT);
    }

    @Test
    void staysTheSameWhileTheKeysDo() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        SiteKeys renewed =
                KEYS.withRecipient(RecipientKeyPair.make(ENGINE, SITE, 1, KEYS.ed25519(), tomorrow), tomorrow);
        Fingerprint same = Fingerprint.of(renewed.publicIdentity(ENGINE));
        assertThat(same).isEqualTo(PRINT).hasSameHashCodeAs(PRINT);
    }

    @Test
    void ofALegacySiteIsTheOneThatItsAdministratorReads() throws Exception {
        SiteCertificate certificate = SiteCertificate.parse(
                Vectors.text(Vectors.required().certificates().get(0)));
        Wwwroot wwwroot = certificate.wwwroot().orElseThrow();
        Fingerprint print = Fingerprint.of(PublicIdentity.ofCertificate(wwwroot, certificate));
        assertThat(print.hex()).isEqualTo(HexFormat.of().formatHex(certificate.sha256()));
        assertThat(print).isEqualTo(Fingerprint.of(certificate));
    }

    @Test
    void spokenGroupsKeepTheirZeros() {
        // Some site has groups with leading zeros; all have five digits.
        for (int i = 0; i < 40; i++) {
            PublicIdentity identity = KEYS.publicIdentity(ENGINE);
            assertThat(Fingerprint.of(identity, "network " + i).spoken().split(" "))
                    .hasSize(12)
                    .allMatch(group -> group.length() == 5);
        }
    }
}
