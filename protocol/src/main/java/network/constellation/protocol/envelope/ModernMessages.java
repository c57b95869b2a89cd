package network.constellation.protocol.envelope;

import java.util.Arrays;
import java.util.HexFormat;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.suite.Suite;

/** One modern message inside its window: sign and seal, open and verify (modern-suite.md 6 and 7). */
final class ModernMessages {
    private final CryptoEngine engine;
    private final EnvelopeReader reader;

    ModernMessages(CryptoEngine engine, EnvelopeReader reader) {
        this.engine = engine;
        this.reader = reader;
    }

    /** What was opened must be signed, and with this suite's signature. */
    SignedPart signedInside(byte[] inside) {
        Shape shape = reader.readInside(inside);
        if (shape instanceof Shape.Signed signed && signed.part().suite() == Suite.MODERN) {
            return signed.part();
        }
        throw new EnvelopeException(Refusal.UNSIGNED, "The message inside is not signed with Ed25519.");
    }

    /** Signature first, then digest, then the context that was signed; the bytes verified are the bytes parsed. */
    ModernHeader verify(SignedPart part, ModernPeer signer, ModernWindow window, Direction direction) {
        byte[] digest = Digests.sha256(part.payload());
        byte[] signed = HeaderCodec.signedBytes(direction, part.header(), digest);
        if (!engine.ed25519().verify(signer.signingKey(), signed, part.signature())) {
            throw new EnvelopeException(
                    Refusal.BAD_SIGNATURE,
                    "The signature does not fit " + signer.wwwroot() + ", this direction and this content.");
        }
        if (!part.digest().equals(HexFormat.of().formatHex(digest))) {
            throw new EnvelopeException(Refusal.DIGEST_MISMATCH, "The digest is not the one of the payload.");
        }
        ModernHeader header = HeaderCodec.decode(part.header(), window.head(direction), direction);
        if (!part.wwwroot().equals(signer.wwwroot().value())) {
            throw new EnvelopeException(Refusal.WWWROOT_MISMATCH, "The message inside names another sender.");
        }
        return header;
    }

    /** The signed envelope of one message. */
    byte[] sign(byte[] payload, ModernIdentity own, ModernWindow window, Direction direction, ModernHeader header) {
        byte[] encoded = HeaderCodec.encode(window.head(direction), header);
        byte[] digest = Digests.sha256(payload);
        byte[] signature = engine.ed25519().sign(own.signingKey(), HeaderCodec.signedBytes(direction, encoded, digest));
        return ModernText.signed(
                payload,
                digest,
                signature,
                encoded,
                own.wwwroot().value(),
                header.time().getEpochSecond());
    }

    /** Salt, ciphertext and tag, under a key of this message only. */
    byte[] seal(ModernWindow window, Direction direction, byte[] requestId, byte[] plain) {
        byte[] salt = engine.randomBytes(ModernContext.SALT_LENGTH);
        byte[] secret = window.messageKey(direction, requestId, salt);
        return engine.aesGcm().sealAfter(salt, secret, plain);
    }

    /** The reverse; an altered message, another direction and another request are the same refusal. */
    byte[] open(ModernWindow window, Direction direction, byte[] requestId, byte[] data) {
        if (data.length < ModernContext.SALT_LENGTH) {
            throw new EnvelopeException(Refusal.CANNOT_DECRYPT, "The data is shorter than its salt.");
        }
        byte[] salt = Arrays.copyOf(data, ModernContext.SALT_LENGTH);
        byte[] secret = window.messageKey(direction, requestId, salt);
        return engine.aesGcm()
                .openAfter(ModernContext.SALT_LENGTH, secret, data)
                .orElseThrow(() -> new EnvelopeException(
                        Refusal.CANNOT_DECRYPT, "The data does not open in its window: altered, or not for us."));
    }
}
