package network.constellation.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.testing.TestingKeys;

/** Whatever a site is called and wherever it is, its certificate is one that peers accept as its own. */
class AnySubjectTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final CryptoEngine ENGINE = CryptoEngine.detect();
    private static final RsaPrivateKey KEY = new TestingKeys(ENGINE).rsa();

    @Property(tries = 150)
    void anyNameMakesACertificate(@ForAll @StringLength(min = 1, max = 200) String name) throws Exception {
        Assume.that(isWellFormed(name));
        Wwwroot site = Wwwroot.of("https://a.example.org");
        SiteCertificate made = make(site, name, Duration.ofDays(28));
        made.checkBelongsTo(site);
        assertThat(SiteCertificate.parseCanonical(made.pem())).isEqualTo(made);
    }

    @Property(tries = 150)
    void anyAddressMakesACertificateOfItsOwn(@ForAll("addresses") Wwwroot site) throws Exception {
        SiteCertificate made = make(site, "A", Duration.ofDays(28));
        made.checkBelongsTo(site);
        assertThat(made.wwwroot()).hasValue(site);
    }

    @Property(tries = 60)
    void anyLifetimeIsKeptToTheSecond(@ForAll @LongRange(min = 1, max = 3_000_000_000L) long seconds) {
        SiteCertificate made = make(Wwwroot.of("https://a.example.org"), "A", Duration.ofSeconds(seconds));
        assertThat(Duration.between(made.notBefore(), made.notAfter())).hasSeconds(seconds);
    }

    @Property(tries = 100)
    void twoAddressesNeverShareACertificate(@ForAll("addresses") Wwwroot one, @ForAll("addresses") Wwwroot other) {
        Assume.that(!one.equals(other));
        SiteCertificate made = make(one, "A", Duration.ofDays(28));
        try {
            made.checkBelongsTo(other);
            assertThat(other).as("accepted for a second address").isEqualTo(one);
        } catch (CertificateRefusedException refused) {
            assertThat(refused.reason()).isEqualTo(CertificateRefusedException.Reason.WRONG_ADDRESS);
        }
    }

    @Provide
    Arbitrary<Wwwroot> addresses() {
        Arbitrary<String> label = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(20);
        Arbitrary<String> path = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("/-_.~%")
                .ofMaxLength(120);
        return Arbitraries.of("http://", "https://")
                .flatMap(scheme ->
                        label.flatMap(host -> path.map(tail -> scheme + "x" + host + ".example" + "/" + tail)))
                .map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                .filter(AnySubjectTest::isAddress)
                .map(Wwwroot::of);
    }

    private static boolean isAddress(String text) {
        try {
            Wwwroot.of(text);
            return true;
        } catch (InvalidAddressException refused) {
            return false;
        }
    }

    private static boolean isWellFormed(String name) {
        return name.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }

    private static SiteCertificate make(Wwwroot site, String name, Duration lifetime) {
        return new CertificateMaker(ENGINE)
                .selfSigned(site, CertificateSubject.named(name, site), KEY, NOW, lifetime, Optional.empty());
    }
}
