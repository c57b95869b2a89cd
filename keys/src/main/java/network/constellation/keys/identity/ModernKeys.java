package network.constellation.keys.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.certificate.MalformedPemException;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.identity.IdentityRefusedException.Reason;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;
import network.constellation.keys.provider.X25519PublicKey;

/**
 * What a site offers beside its certificate: the signed statement with the Ed25519 key, the X25519 key of the day, and
 * what older keys say in favour of this generation. Its text is one PEM block, and as such the fourth parameter of a
 * key swap.
 */
public record ModernKeys(KeyStatement statement, RecipientKey recipientKey, List<KeySuccession> successions) {
    /** The label of the PEM block. */
    public static final String LABEL = "CONSTELLATION MODERN KEYS";

    private static final String FORM = "constellation:modern-keys:1";
    private static final int MAX_SUCCESSIONS = 8;

    public ModernKeys {
        successions = List.copyOf(successions);
    }

    public Ed25519PublicKey ed25519() {
        return statement.ed25519();
    }

    public X25519PublicKey x25519() {
        return recipientKey.key();
    }

    /** Whether the key of this site that a peer already trusts vouches for these keys. */
    public boolean succeeds(CryptoEngine engine, Ed25519PublicKey trusted) {
        return successions.stream().anyMatch(succession -> succession.isBy(engine, trusted, statement));
    }

    /** The PEM block. */
    public String pem() {
        FieldWriter out = new FieldWriter(FORM).add(statement.encoded()).add(recipientKey.encoded());
        return Pem.write(
                LABEL,
                out.addAll(successions.stream().map(KeySuccession::encoded).toList())
                        .bytes());
    }

    /** Reads the PEM block; {@link PublicIdentity} verifies. */
    public static ModernKeys parse(String pem) throws IdentityRefusedException {
        try {
            List<Pem.Block> blocks = Pem.readAll(pem);
            Optional<byte[]> content = Pem.only(blocks, LABEL);
            if (blocks.size() != 1 || content.isEmpty()) {
                throw new IdentityRefusedException(
                        Reason.MALFORMED, "There must be exactly one block " + LABEL + ", and nothing else.");
            }
            return decode(content.get());
        } catch (MalformedPemException malformed) {
            throw new IdentityRefusedException(Reason.MALFORMED, malformed.sentence());
        }
    }

    static ModernKeys decode(byte[] content) throws IdentityRefusedException {
        try {
            FieldReader in = new FieldReader(content, FORM);
            byte[] statement = in.bytes();
            byte[] recipientKey = in.bytes();
            List<byte[]> signed = in.all(MAX_SUCCESSIONS);
            in.end();
            List<KeySuccession> successions = new ArrayList<>();
            for (byte[] each : signed) {
                successions.add(KeySuccession.decode(each));
            }
            return new ModernKeys(KeyStatement.decode(statement), RecipientKey.decode(recipientKey), successions);
        } catch (MalformedFieldsException malformed) {
            throw new IdentityRefusedException(Reason.MALFORMED, "The modern keys: " + malformed.sentence());
        }
    }
}
