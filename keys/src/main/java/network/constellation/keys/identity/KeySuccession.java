package network.constellation.keys.identity;

import java.util.Arrays;
import network.constellation.keys.identity.IdentityRefusedException.Reason;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;
import network.constellation.keys.provider.SignaturePrefix;

/**
 * An older Ed25519 key vouches for the statement of a newer generation: RSA vouches at first contact only
 * (protocol-security.md 1, rule 8).
 *
 * @param byGeneration the older generation that signs
 */
public record KeySuccession(int byGeneration, byte[] signature) {
    private static final String FORM = "constellation:signed-key-succession:1";

    /** Lets the keys of an older generation vouch for a newer one of the same site. */
    public static KeySuccession make(CryptoEngine engine, SiteKeys older, KeyStatement newer) {
        return new KeySuccession(
                older.generation(), engine.ed25519().sign(older.ed25519(), body(older.generation(), newer)));
    }

    /** Whether the key that a peer already trusts vouches for the newer statement. */
    public boolean isBy(CryptoEngine engine, Ed25519PublicKey trusted, KeyStatement newer) {
        return newer.generation() > byGeneration
                && engine.ed25519().verify(trusted, body(byGeneration, newer), signature);
    }

    public byte[] encoded() {
        return new FieldWriter(FORM).add(byGeneration).add(signature).bytes();
    }

    /** Reads the one encoding; {@link #isBy} verifies. */
    public static KeySuccession decode(byte[] encoded) throws IdentityRefusedException {
        try {
            FieldReader in = new FieldReader(encoded, FORM);
            KeySuccession succession = new KeySuccession(in.number(Integer.MAX_VALUE), in.bytes());
            in.end();
            return succession;
        } catch (MalformedFieldsException malformed) {
            throw new IdentityRefusedException(Reason.MALFORMED, "The key succession: " + malformed.sentence());
        }
    }

    private static byte[] body(int byGeneration, KeyStatement newer) {
        return new FieldWriter(SignaturePrefix.KEY_SUCCESSION.text())
                .add(byGeneration)
                .add(newer.body())
                .bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeySuccession that && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "KeySuccession[by generation " + byGeneration + "]";
    }
}
