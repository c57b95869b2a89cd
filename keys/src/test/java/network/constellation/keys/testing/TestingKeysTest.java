package network.constellation.keys.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPublicKey;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.vault.VaultRefusedException;
import org.junit.jupiter.api.Test;

class TestingKeysTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final CryptoEngine engine = CryptoEngine.detect();

    @Test
    void noPairIsHandedOutTwiceEvenWhenTheFileIsUsedUp() {
        TestingKeys keys = new TestingKeys(engine);
        Set<RsaPublicKey> seen = new HashSet<>();
        for (int i = 0; i < 26; i++) {
            assertThat(seen.add(keys.rsa().publicKey())).isTrue();
        }
    }

    @Test
    void twoInstancesHandOutTheSameRsaPairsSoThatTestsRepeat() {
        assertThat(new TestingKeys(engine).rsa().publicKey())
                .isEqualTo(new TestingKeys(engine).rsa().publicKey());
    }

    @Test
    void aTestingSiteIsAWholeSite() {
        TestingKeys keys = new TestingKeys(engine);
        KeyRing ring = keys.prepared(keys.ring(SITE, NOW), NOW);
        assertThat(ring.current().publicIdentity(engine).wwwroot()).isEqualTo(SITE);
        assertThat(ring.next().orElseThrow().publicIdentity(engine).modern()).isPresent();
    }

    @Test
    void theInMemoryVaultKeepsAndRefusesLikeTheRealOne() {
        InMemoryVault vault = new InMemoryVault();
        assertThat(vault.load()).isEmpty();
        KeyRing ring = new TestingKeys(engine).ring(SITE, NOW);
        vault.save(ring);
        assertThat(vault.load()).hasValue(ring);
        assertThatThrownBy(() -> vault.save(ring)).isInstanceOf(VaultRefusedException.class);
    }
}
