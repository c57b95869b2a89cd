package network.constellation.keys.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.provider.X25519PublicKey;

/**
 * HPKE in base mode (RFC 9180) with DHKEM(X25519, HKDF-SHA-256), HKDF-SHA-256 and the export-only AEAD: sets up the
 * contexts from which message keys are exported. Authenticates nobody (protocol-security.md 1, rule 1).
 *
 * <p>Our own key schedule rather than Bouncy Castle's, whose contexts are not thread-safe and draw randomness on their
 * own; a test holds the two equal. Thread-safe.
 */
public final class Hpke {
    private static final byte[] VERSION = "HPKE-v1".getBytes(US_ASCII);
    private static final byte[] KEM_SUITE = {'K', 'E', 'M', 0x00, 0x20};
    private static final byte[] HPKE_SUITE = {'H', 'P', 'K', 'E', 0x00, 0x20, 0x00, 0x01, (byte) 0xFF, (byte) 0xFF};
    private static final byte[] NOTHING = new byte[0];
    private static final byte BASE_MODE = 0;
    private static final int SECRET_LENGTH = 32;

    private final CryptoEngine engine;
    private final HmacSha256 hmac = new HmacSha256();
    private final byte[] pskIdHash;

    public Hpke(CryptoEngine engine) {
        this.engine = engine;
        this.pskIdHash = labeledExtract(HPKE_SUITE, NOTHING, "psk_id_hash", NOTHING);
    }

    /** A context of the sending side, and the encapsulated key that lets the recipient make the same. */
    public record Sender(byte[] encapsulated, HpkeContext context) {}

    /** {@code SetupBaseS} with a fresh ephemeral key. */
    public Sender sender(X25519PublicKey recipient, byte[] info) {
        return sender(recipient, info, engine.x25519().generate());
    }

    /** The same with a given ephemeral key: for the vectors only. */
    Sender sender(X25519PublicKey recipient, byte[] info, X25519PrivateKey ephemeral) {
        byte[] encapsulated = ephemeral.publicKey().raw();
        byte[] agreed = engine.x25519().agree(ephemeral, recipient);
        return new Sender(encapsulated, schedule(agreed, encapsulated, recipient.raw(), info));
    }

    /**
     * {@code SetupBaseR}.
     *
     * @throws MalformedKeyException when the encapsulated key is weak or not canonical
     */
    public HpkeContext recipient(X25519PrivateKey own, byte[] encapsulated, byte[] info) {
        byte[] agreed = engine.x25519().agree(own, X25519PublicKey.of(encapsulated));
        return schedule(agreed, encapsulated, own.publicKey().raw(), info);
    }

    private HpkeContext schedule(byte[] agreed, byte[] encapsulated, byte[] recipient, byte[] info) {
        byte[] extracted = labeledExtract(KEM_SUITE, NOTHING, "eae_prk", agreed);
        byte[] shared =
                labeledExpand(KEM_SUITE, extracted, "shared_secret", joined(encapsulated, recipient), SECRET_LENGTH);
        byte[] infoHash = labeledExtract(HPKE_SUITE, NOTHING, "info_hash", info);
        byte[] context = joined(new byte[] {BASE_MODE}, pskIdHash, infoHash);
        byte[] secret = labeledExtract(HPKE_SUITE, shared, "secret", NOTHING);
        return new HpkeContext(this, labeledExpand(HPKE_SUITE, secret, "exp", context, SECRET_LENGTH));
    }

    byte[] export(byte[] exporterSecret, byte[] exporterContext, int length) {
        return labeledExpand(HPKE_SUITE, exporterSecret, "sec", exporterContext, length);
    }

    private byte[] labeledExtract(byte[] suite, byte[] salt, String label, byte[] material) {
        return hmac.extract(salt, joined(VERSION, suite, label.getBytes(US_ASCII), material));
    }

    private byte[] labeledExpand(byte[] suite, byte[] secret, String label, byte[] info, int length) {
        byte[] size = ByteBuffer.allocate(2).putShort((short) length).array();
        return hmac.expand(secret, joined(size, VERSION, suite, label.getBytes(US_ASCII), info), length);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            out.put(part);
        }
        return out.array();
    }
}
