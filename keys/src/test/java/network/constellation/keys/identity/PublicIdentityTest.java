package network.constellation.keys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicIdentityTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org/learn");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    static java.util.stream.Stream<CryptoEngine> engines() {
        return java.util.stream.Stream.of(CryptoEngine.detect(), CryptoEngine.pureJava());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aBundleSaysAllThatOthersNeed(CryptoEngine engine) throws Exception {
        PublicIdentity identity = new TestingKeys(engine).site(SITE, NOW).publicIdentity(engine);
        PublicIdentity read = PublicIdentity.parseBundle(CryptoEngine.pureJava(), identity.bundle());
        assertThat(read).isEqualTo(identity);
        assertThat(read.wwwroot()).isEqualTo(SITE);
    }
}
