package network.constellation.testnetwork.vectors;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.KeyStatement;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.suite.Suite;

/** Keys of the vectors' sites as ours: their RSA pair and certificate, with modern keys that nobody is told of. */
public final class VectorKeys {
    private final VectorFolder folder;
    private final CryptoEngine engine;

    public VectorKeys(VectorFolder folder, CryptoEngine engine) {
        this.folder = folder;
        this.engine = engine;
    }

    /** @param name path without ending, such as {@code mnet/keys/peer-a} or {@code live/keys/site-a.1} */
    public SiteKeys site(Wwwroot wwwroot, String name, int generation) {
        SiteCertificate certificate = certificate(name);
        RsaPrivateKey rsa = RsaPrivateKey.ofPkcs8(
                Pem.readAll(text(name + ".key.pem")).get(0).content());
        Ed25519PrivateKey ed25519 = engine.ed25519().generate();
        Instant made = certificate.notBefore();
        KeyStatement statement = KeyStatement.make(
                engine, wwwroot, generation, made, certificate.notAfter(), EnumSet.allOf(Suite.class), rsa, ed25519);
        RecipientKeyPair recipient = RecipientKeyPair.make(engine, wwwroot, generation, ed25519, made);
        return new SiteKeys(rsa, certificate, ed25519, statement, List.of(), List.of(recipient));
    }

    /** The same site as others know it. */
    public PublicIdentity peer(Wwwroot wwwroot, String name) {
        try {
            return PublicIdentity.ofCertificate(wwwroot, certificate(name));
        } catch (CertificateRefusedException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    public SiteCertificate certificate(String name) {
        try {
            String file = folder.has(name + ".crt.pem") ? name + ".crt.pem" : name + ".cert.pem";
            return SiteCertificate.parse(text(file));
        } catch (CertificateRefusedException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private String text(String file) {
        return new String(folder.bytes(file), StandardCharsets.US_ASCII);
    }
}
