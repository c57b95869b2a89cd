package network.constellation.protocol.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.MalformedPemException;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.protocol.envelope.ModernIdentity;

/**
 * The private keys of one generation as a PEM text: one {@code PRIVATE KEY} block (PKCS#8) for RSA, which is all that
 * the legacy suite needs, and for the modern suite one for Ed25519, one or more for X25519, and the public bundle
 * (certificate and modern keys) beside them. The order does not matter.
 */
public final class PrivateBundle {
    private static final String PRIVATE = "PRIVATE KEY";
    // The fixed beginnings of RFC 8410 encodings; the raw key follows.
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final byte[] X25519_HEAD = HexFormat.of().parseHex("302e020100300506032b656e04220420");

    private final RsaPrivateKey rsa;
    private final Optional<Ed25519PrivateKey> ed25519;
    private final List<X25519PrivateKey> x25519;
    private final Optional<PublicIdentity> identity;

    private PrivateBundle(
            RsaPrivateKey rsa,
            Optional<Ed25519PrivateKey> ed25519,
            List<X25519PrivateKey> x25519,
            Optional<PublicIdentity> identity) {
        this.rsa = rsa;
        this.ed25519 = ed25519;
        this.x25519 = List.copyOf(x25519);
        this.identity = identity;
    }

    /** @throws BadInputException when the text holds no RSA key or something unreadable */
    public static PrivateBundle parse(CryptoEngine engine, String text) {
        try {
            List<Pem.Block> blocks = Pem.readAll(text);
            List<RsaPrivateKey> rsa = new ArrayList<>();
            List<Ed25519PrivateKey> ed25519 = new ArrayList<>();
            List<X25519PrivateKey> x25519 = new ArrayList<>();
            for (Pem.Block block : blocks) {
                if (!block.label().equals(PRIVATE)) {
                    continue;
                }
                byte[] content = block.content();
                if (startsWith(content, ED25519_HEAD)) {
                    ed25519.add(Ed25519PrivateKey.ofSeed(after(content, ED25519_HEAD)));
                } else if (startsWith(content, X25519_HEAD)) {
                    x25519.add(X25519PrivateKey.of(after(content, X25519_HEAD)));
                } else {
                    rsa.add(RsaPrivateKey.ofPkcs8(content));
                }
            }
            if (rsa.size() != 1 || ed25519.size() > 1) {
                throw new BadInputException(
                        "A private key file must hold one RSA key as PKCS#8 (\"-----BEGIN PRIVATE KEY-----\") and at most"
                                + " one Ed25519 key; this one holds " + rsa.size() + " and " + ed25519.size() + ".");
            }
            boolean hasIdentity =
                    blocks.stream().anyMatch(block -> block.label().equals(ModernKeys.LABEL));
            return new PrivateBundle(
                    rsa.get(0),
                    ed25519.stream().findFirst(),
                    x25519,
                    hasIdentity ? Optional.of(PublicIdentity.parseBundle(engine, text)) : Optional.empty());
        } catch (MalformedPemException | MalformedKeyException malformed) {
            throw new BadInputException("The private key file cannot be used: " + malformed.getMessage());
        } catch (CertificateRefusedException | IdentityRefusedException refused) {
            throw new BadInputException("The private key file cannot be used: " + refused.getMessage());
        }
    }

    /** The text of a generation: secret, for a file that only its owner may read. */
    public static String write(CryptoEngine engine, SiteKeys keys) {
        StringBuilder out = new StringBuilder(Pem.write(PRIVATE, keys.rsa().pkcs8()));
        out.append(Pem.write(PRIVATE, joined(ED25519_HEAD, keys.ed25519().seed())));
        for (RecipientKeyPair recipient : keys.recipients()) {
            out.append(Pem.write(
                    PRIVATE, joined(X25519_HEAD, recipient.privateKey().raw())));
        }
        return out.append(keys.publicIdentity(engine).bundle()).toString();
    }

    public RsaPrivateKey rsa() {
        return rsa;
    }

    /** The public half, where the file has it. */
    public Optional<PublicIdentity> identity() {
        return identity;
    }

    /** @throws BadInputException when the file has no modern keys, or not the ones that its public part names */
    public ModernIdentity modern() {
        if (ed25519.isEmpty() || identity.isEmpty()) {
            throw new BadInputException(
                    "For the modern suite the private key file must also hold the Ed25519 and X25519"
                            + " keys and the public bundle (certificate and modern keys).");
        }
        PublicIdentity known = identity.get();
        if (!known.modern()
                .map(ModernKeys::ed25519)
                .equals(Optional.of(ed25519.get().publicKey()))) {
            throw new BadInputException("The private Ed25519 key is not that of the bundle beside it.");
        }
        return new ModernIdentity(known.wwwroot(), Fingerprint.of(known).bytes(), ed25519.get());
    }

    /** The private half of the recipient key with this SHA-256. */
    public Optional<X25519PrivateKey> recipientKey(byte[] sha256) {
        return x25519.stream()
                .filter(key -> Digests.equal(Digests.sha256(key.publicKey().raw()), sha256))
                .findFirst();
    }

    @Override
    public String toString() {
        return "PrivateBundle[secret]";
    }

    private static boolean startsWith(byte[] content, byte[] head) {
        return content.length > head.length && Arrays.equals(Arrays.copyOf(content, head.length), head);
    }

    private static byte[] after(byte[] content, byte[] head) {
        return Arrays.copyOfRange(content, head.length, content.length);
    }

    private static byte[] joined(byte[] head, byte[] key) {
        byte[] joined = Arrays.copyOf(head, head.length + key.length);
        System.arraycopy(key, 0, joined, head.length, key.length);
        return joined;
    }
}
