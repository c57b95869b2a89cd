package network.constellation.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.testing.TestingKeys;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;

class TlsKeyPemTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final CryptoEngine engine = CryptoEngine.detect();
    private final TestingKeys keys = new TestingKeys(engine);
    private final RsaPrivateKey key = keys.rsa();
    private final String chain = certificate(key) + certificate(keys.rsa());
    private final String pkcs8 = Pem.write("PRIVATE KEY", key.pkcs8());

    @Test
    void takesAChainAndAKey() throws Exception {
        KeyStore store = TlsKeyPem.keyStore(chain, pkcs8);
        assertThat(store.size()).isEqualTo(1);
        String alias = store.aliases().nextElement();
        assertThat(store.getCertificateChain(alias)).hasSize(2);
        PrivateKey held = (PrivateKey) store.getKey(alias, TlsKeyPem.PASSWORD.toCharArray());
        assertThat(held.getEncoded()).isEqualTo(key.pkcs8());
    }

    @Test
    void takesTheOlderFormsOfKeysToo() throws Exception {
        byte[] pkcs1 = PrivateKeyInfo.getInstance(key.pkcs8())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        assertThat(TlsKeyPem.keyStore(chain, Pem.write("RSA PRIVATE KEY", pkcs1))
                        .size())
                .isEqualTo(1);
        KeyPairGenerator elliptic = KeyPairGenerator.getInstance("EC");
        elliptic.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = elliptic.generateKeyPair();
        String modern = Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded());
        assertThat(TlsKeyPem.keyStore(
                                chain,
                                "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n" + "-----END EC PARAMETERS-----\n"
                                        + modern)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void namesWhatCannotBeUsed() {
        assertRefused("", pkcs8, "certificate");
        assertRefused("nonsense", pkcs8, "cannot be used by a web server");
        assertRefused(chain, "", "no unencrypted private key");
        assertRefused(chain, chain, "no unencrypted private key");
        assertRefused(chain, Pem.write("PRIVATE KEY", new byte[] {1, 2, 3}), "private key");
    }

    private static void assertRefused(String chain, String key, String part) {
        assertThatThrownBy(() -> TlsKeyPem.keyStore(chain, key))
                .isInstanceOf(MalformedPemException.class)
                .hasMessageContaining(part);
    }

    private String certificate(RsaPrivateKey owner) {
        Wwwroot site = Wwwroot.of("https://a.example.org");
        return new CertificateMaker(engine)
                .selfSigned(site, CertificateSubject.named("A", site), owner, NOW, Duration.ofDays(1), Optional.empty())
                .pem();
    }
}
