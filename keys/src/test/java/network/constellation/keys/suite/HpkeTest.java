package network.constellation.keys.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.provider.X25519PrivateKey;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.junit.jupiter.api.Test;

/** Our key schedule against Bouncy Castle's, which shares no code with it. */
class HpkeTest {
    private static final byte[] INFO = "Ode on a Grecian Urn".getBytes(UTF_8);

    private final CryptoEngine engine = CryptoEngine.pureJava();
    private final Hpke ours = new Hpke(engine);
    private final HPKE theirs =
            new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_EXPORT_ONLY);

    @Test
    void what_we_send_they_receive() {
        X25519PrivateKey recipient = engine.x25519().generate();
        Hpke.Sender sender = ours.sender(recipient.publicKey(), INFO);
        HPKEContext received = theirs.setupBaseR(sender.encapsulated(), pair(recipient), INFO);
        for (String label : new String[] {"", "a", "TestContext"}) {
            for (int length : new int[] {1, 32, 44, 100}) {
                assertThat(sender.context().export(label.getBytes(UTF_8), length))
                        .isEqualTo(received.export(label.getBytes(UTF_8), length));
            }
        }
    }

    @Test
    void what_they_send_we_receive() {
        X25519PrivateKey recipient = engine.x25519().generate();
        HPKEContextWithEncapsulation sent = theirs.setupBaseS(
                new X25519PublicKeyParameters(recipient.publicKey().raw()), INFO);
        HpkeContext received = ours.recipient(recipient, sent.getEncapsulation(), INFO);
        assertThat(received.export(INFO, 32)).isEqualTo(sent.export(INFO, 32));
    }

    @Test
    void another_info_gives_other_secrets() {
        X25519PrivateKey recipient = engine.x25519().generate();
        Hpke.Sender sender = ours.sender(recipient.publicKey(), INFO);
        HpkeContext other = ours.recipient(recipient, sender.encapsulated(), new byte[0]);
        assertThat(other.export(INFO, 32)).isNotEqualTo(sender.context().export(INFO, 32));
    }

    @Test
    void an_agreement_of_zeros_is_an_error() {
        X25519PrivateKey recipient = engine.x25519().generate();
        assertThatThrownBy(() -> ours.recipient(recipient, new byte[32], INFO))
                .isInstanceOf(MalformedKeyException.class);
        // A point of order eight.
        byte[] weak = HexFormat.of().parseHex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
        assertThatThrownBy(() -> ours.recipient(recipient, weak, INFO)).isInstanceOf(MalformedKeyException.class);
    }

    private static AsymmetricCipherKeyPair pair(X25519PrivateKey key) {
        X25519PrivateKeyParameters secret = new X25519PrivateKeyParameters(key.raw());
        return new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret);
    }
}
