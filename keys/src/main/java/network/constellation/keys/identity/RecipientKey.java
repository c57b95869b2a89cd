package network.constellation.keys.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.IdentityRefusedException.Reason;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.provider.SignaturePrefix;
import network.constellation.keys.provider.X25519PublicKey;

/**
 * The X25519 key to which modern messages for a site are sealed at present, signed by the site's Ed25519 key. It
 * changes daily and is destroyed after {@link #LIFETIME} (protocol-security.md 1, rule 6), so it is apart from the
 * statement, which lasts as long as the certificate.
 */
public record RecipientKey(
        Wwwroot wwwroot, int generation, X25519PublicKey key, Instant created, Instant notAfter, byte[] signature) {
    /** After this the private half exists nowhere. */
    public static final Duration LIFETIME = Duration.ofHours(48);

    /** After this a new one is made. */
    public static final Duration ROTATION = Duration.ofHours(24);

    private static final String FORM = "constellation:signed-recipient-key:1";

    static RecipientKey make(
            CryptoEngine engine,
            Wwwroot wwwroot,
            int generation,
            Ed25519PrivateKey signer,
            X25519PublicKey key,
            Instant created) {
        Instant notAfter = created.plus(LIFETIME);
        byte[] body = body(wwwroot, generation, signer.publicKey(), key, created, notAfter);
        return new RecipientKey(
                wwwroot,
                generation,
                key,
                Instant.ofEpochSecond(created.getEpochSecond()),
                Instant.ofEpochSecond(notAfter.getEpochSecond()),
                engine.ed25519().sign(signer, body));
    }

    /** Checks that this key belongs to the generation of that statement and is signed by its Ed25519 key. */
    public void verify(CryptoEngine engine, KeyStatement statement) throws IdentityRefusedException {
        if (!wwwroot.equals(statement.wwwroot()) || generation != statement.generation()) {
            throw new IdentityRefusedException(
                    Reason.WRONG_SITE, "The recipient key belongs to another site or generation than the statement.");
        }
        if (Duration.between(created, notAfter).compareTo(LIFETIME) > 0) {
            throw new IdentityRefusedException(
                    Reason.MALFORMED, "The recipient key claims to live longer than " + LIFETIME.toHours() + " hours.");
        }
        byte[] body = body(wwwroot, generation, statement.ed25519(), key, created, notAfter);
        if (!engine.ed25519().verify(statement.ed25519(), body, signature)) {
            throw new IdentityRefusedException(
                    Reason.BAD_SIGNATURE, "The recipient key is not signed by the site's Ed25519 key.");
        }
    }

    /** Whether the site can still open what is sealed to this key. */
    public boolean isLive(Instant now) {
        return now.isBefore(notAfter);
    }

    /** SHA-256 of the raw key: how messages say for which key they are. */
    public byte[] sha256() {
        return Digests.sha256(key.raw());
    }

    public byte[] encoded() {
        return new FieldWriter(FORM)
                .add(wwwroot.value())
                .add(generation)
                .add(key.raw())
                .add(created)
                .add(notAfter)
                .add(signature)
                .bytes();
    }

    /** Reads the one encoding; the signature is checked by {@link #verify}, weak keys are refused here. */
    public static RecipientKey decode(byte[] encoded) throws IdentityRefusedException {
        try {
            FieldReader in = new FieldReader(encoded, FORM);
            RecipientKey key = new RecipientKey(
                    Wwwroot.of(in.text()),
                    in.number(Integer.MAX_VALUE),
                    X25519PublicKey.of(in.bytes()),
                    in.instant(),
                    in.instant(),
                    in.bytes());
            in.end();
            return key;
        } catch (MalformedKeyException weak) {
            throw new IdentityRefusedException(Reason.WEAK_KEY, weak.sentence());
        } catch (InvalidAddressException | MalformedFieldsException malformed) {
            throw new IdentityRefusedException(Reason.MALFORMED, "The recipient key: " + malformed.getMessage());
        }
    }

    private static byte[] body(
            Wwwroot wwwroot,
            int generation,
            Ed25519PublicKey signer,
            X25519PublicKey key,
            Instant created,
            Instant notAfter) {
        return new FieldWriter(SignaturePrefix.RECIPIENT_KEY.text())
                .add(wwwroot.value())
                .add(generation)
                .add(signer.raw())
                .add(key.raw())
                .add(created)
                .add(notAfter)
                .bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecipientKey that && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "RecipientKey[" + wwwroot + ", generation " + generation + ", until " + notAfter + "]";
    }
}
