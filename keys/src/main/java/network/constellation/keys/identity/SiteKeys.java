package network.constellation.keys.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.provider.X25519PrivateKey;

/**
 * One generation of a site's own keys: RSA with its certificate, Ed25519, the statement that binds them, and the
 * recipient keys of the last days, newest first. Immutable; the constructor refuses parts that do not belong together.
 *
 * @param successions what older generations of this site said in favour of this one
 * @param recipients may be empty only just after a restore: they are not in backups
 */
public record SiteKeys(
        RsaPrivateKey rsa,
        SiteCertificate certificate,
        Ed25519PrivateKey ed25519,
        KeyStatement statement,
        List<KeySuccession> successions,
        List<RecipientKeyPair> recipients) {

    public SiteKeys {
        successions = List.copyOf(successions);
        recipients = recipients.stream()
                .sorted(Comparator.comparing(
                                (RecipientKeyPair pair) -> pair.publicKey().created())
                        .reversed())
                .toList();
        if (!certificate.publicKey().equals(rsa.publicKey())
                || !ed25519.publicKey().equals(statement.ed25519())) {
            throw new IllegalArgumentException("The private keys do not belong to the certificate and statement.");
        }
        try {
            certificate.checkBelongsTo(statement.wwwroot());
        } catch (CertificateRefusedException foreign) {
            throw new IllegalArgumentException(foreign.getMessage(), foreign);
        }
    }

    public Wwwroot wwwroot() {
        return statement.wwwroot();
    }

    /** Counted from 1; never used twice by a site. */
    public int generation() {
        return statement.generation();
    }

    public Instant created() {
        return statement.created();
    }

    public Instant notAfter() {
        return certificate.notAfter();
    }

    /** The newest recipient key. */
    public RecipientKeyPair recipient() {
        if (recipients.isEmpty()) {
            throw new IllegalStateException(
                    "The site " + wwwroot() + " has no recipient key: one must be made before the door opens.");
        }
        return recipients.get(0);
    }

    /** The private half of the newest recipient key. */
    public X25519PrivateKey x25519() {
        return recipient().privateKey();
    }

    /** The recipient keys that may still open messages, newest first. */
    public List<RecipientKeyPair> liveRecipients(Instant now) {
        return recipients.stream().filter(pair -> pair.isLive(now)).toList();
    }

    /** What others are told. */
    public PublicIdentity publicIdentity(CryptoEngine engine) {
        try {
            return PublicIdentity.of(engine, wwwroot(), certificate, Optional.of(modernKeys()));
        } catch (CertificateRefusedException | IdentityRefusedException broken) {
            throw new IllegalStateException("The site's own keys do not verify: " + broken.getMessage(), broken);
        }
    }

    /** What others are told beside the certificate. */
    public ModernKeys modernKeys() {
        return new ModernKeys(statement, recipient().publicKey(), successions);
    }

    /** With one more recipient key, and without those that have had their time. */
    public SiteKeys withRecipient(RecipientKeyPair fresh, Instant now) {
        List<RecipientKeyPair> kept = new ArrayList<>(liveRecipients(now));
        kept.add(fresh);
        return withRecipients(kept);
    }

    public SiteKeys withRecipients(List<RecipientKeyPair> others) {
        return new SiteKeys(rsa, certificate, ed25519, statement, successions, others);
    }

    public SiteKeys withSuccessions(List<KeySuccession> others) {
        return new SiteKeys(rsa, certificate, ed25519, statement, others, recipients);
    }

    @Override
    public String toString() {
        return "SiteKeys[" + wwwroot() + ", generation " + generation() + ", until " + notAfter() + "]";
    }
}
