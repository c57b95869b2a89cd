package network.constellation.keys.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.provider.X25519PrivateKey;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Private keys in a PEM file: what {@code wire open --key} and {@code wire seal --key} read. A file with one RSA key
 * serves the legacy suite; the modern one needs Ed25519 and X25519 keys beside it (RFC 8410), certificate and modern
 * public keys as in {@link PublicIdentity#bundle}. All blocks can be made and read by OpenSSL, except the last.
 *
 * @param x25519 recipient keys, in the order of the file
 */
public record PrivateBundle(
        RsaPrivateKey rsa,
        Optional<Ed25519PrivateKey> ed25519,
        List<X25519PrivateKey> x25519,
        Optional<SiteCertificate> certificate,
        Optional<ModernKeys> modern) {
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String PKCS1 = "RSA PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";

    public PrivateBundle {
        x25519 = List.copyOf(x25519);
        if (certificate.isPresent() && !certificate.get().publicKey().equals(rsa.publicKey())) {
            throw new MalformedKeyException("The certificate in the file does not belong to the RSA key in it.");
        }
        if (modern.isPresent()
                && ed25519.isPresent()
                && !modern.get().ed25519().equals(ed25519.get().publicKey())) {
            throw new MalformedKeyException("The modern keys in the file do not belong to the Ed25519 key in it.");
        }
    }

    /** Everything that one generation of a site can open and sign with; the text is secret. */
    public static String write(SiteKeys keys) {
        StringBuilder text = new StringBuilder(Pem.write(PKCS8, keys.rsa().pkcs8()));
        text.append(Pem.write(PKCS8, keys.ed25519().pkcs8()));
        keys.recipients()
                .forEach(pair -> text.append(Pem.write(PKCS8, pair.privateKey().pkcs8())));
        return text.append(keys.certificate().pem())
                .append(keys.modernKeys().pem())
                .toString();
    }

    /** @throws MalformedKeyException when there is no RSA key, more than one, or a block that cannot be read */
    public static PrivateBundle parse(String text) {
        List<RsaPrivateKey> rsa = new ArrayList<>();
        List<Ed25519PrivateKey> ed25519 = new ArrayList<>();
        List<X25519PrivateKey> x25519 = new ArrayList<>();
        List<Pem.Block> blocks;
        try {
            blocks = Pem.readAll(text);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedKeyException("The private key file cannot be read: " + malformed.getMessage());
        }
        for (Pem.Block block : blocks) {
            switch (block.label()) {
                case PKCS8 -> sort(block.content(), rsa, ed25519, x25519);
                case PKCS1 -> rsa.add(ofPkcs1(block.content()));
                case ENCRYPTED ->
                    throw new MalformedKeyException(
                            "The private key is encrypted: decrypt it first, with openssl pkey for example.");
                default -> {
                    // Certificates and modern keys are read below; blocks of other programs do not matter.
                }
            }
        }
        if (rsa.size() != 1 || ed25519.size() > 1) {
            throw new MalformedKeyException("The file must hold exactly one RSA private key and at most one Ed25519"
                    + " key; it holds " + rsa.size() + " and " + ed25519.size() + ".");
        }
        try {
            Optional<byte[]> certificate = Pem.only(blocks, "CERTIFICATE");
            Optional<byte[]> modern = Pem.only(blocks, ModernKeys.LABEL);
            return new PrivateBundle(
                    rsa.get(0),
                    ed25519.stream().findFirst(),
                    x25519,
                    certificate.isPresent() ? Optional.of(SiteCertificate.ofDer(certificate.get())) : Optional.empty(),
                    modern.isPresent() ? Optional.of(ModernKeys.decode(modern.get())) : Optional.empty());
        } catch (CertificateRefusedException | IdentityRefusedException unreadable) {
            throw new MalformedKeyException("The private key file: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void sort(
            byte[] pkcs8, List<RsaPrivateKey> rsa, List<Ed25519PrivateKey> ed25519, List<X25519PrivateKey> x25519) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8);
            var algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
            if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                rsa.add(RsaPrivateKey.ofPkcs8(pkcs8));
            } else if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
                ed25519.add(Ed25519PrivateKey.ofSeed(raw(info)));
            } else if (algorithm.equals(EdECObjectIdentifiers.id_X25519)) {
                x25519.add(X25519PrivateKey.of(raw(info)));
            } else {
                throw new MalformedKeyException(
                        "The private key is of an unknown kind: it must be RSA, Ed25519 or X25519.");
            }
        } catch (MalformedKeyException known) {
            throw known;
        } catch (IOException | RuntimeException unreadable) {
            throw new MalformedKeyException("The private key cannot be read: it must be PKCS#8.", unreadable);
        }
    }

    private static byte[] raw(PrivateKeyInfo info) throws IOException {
        return ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
    }

    private static RsaPrivateKey ofPkcs1(byte[] content) {
        try {
            AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
            return RsaPrivateKey.ofPkcs8(new PrivateKeyInfo(rsa, RSAPrivateKey.getInstance(content)).getEncoded());
        } catch (MalformedKeyException known) {
            throw known;
        } catch (IOException | RuntimeException unreadable) {
            throw new MalformedKeyException("The RSA private key cannot be read.", unreadable);
        }
    }

    @Override
    public String toString() {
        return "PrivateBundle[secret]";
    }
}
