package network.constellation.keys.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateMaker;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.suite.Suite;

/** Makes a whole generation of keys; an RSA pair takes some 100 milliseconds. */
public final class SiteKeysMaker {
    private static final Set<Suite> SUITES = Collections.unmodifiableSet(Set.of(Suite.values()));

    private final CryptoEngine engine;
    private final CertificateMaker certificates;

    public SiteKeysMaker(CryptoEngine engine) {
        this.engine = engine;
        this.certificates = new CertificateMaker(engine);
    }

    /** New keys for a site, valid from {@code now}. */
    public SiteKeys make(Wwwroot wwwroot, CertificateSubject subject, int generation, Instant now, Duration lifetime) {
        return make(
                wwwroot,
                subject,
                generation,
                now,
                lifetime,
                engine.rsa().generate(),
                engine.ed25519().generate());
    }

    /** The same around given key pairs, which is how tests spare themselves the making of RSA keys. */
    public SiteKeys make(
            Wwwroot wwwroot,
            CertificateSubject subject,
            int generation,
            Instant now,
            Duration lifetime,
            RsaPrivateKey rsa,
            Ed25519PrivateKey ed25519) {
        SiteCertificate certificate = certificates.selfSigned(
                wwwroot, subject, rsa, now, lifetime, Optional.of(KeyStatement.offerHash(ed25519.publicKey(), SUITES)));
        KeyStatement statement = KeyStatement.make(
                engine, wwwroot, generation, certificate.notBefore(), certificate.notAfter(), SUITES, rsa, ed25519);
        RecipientKeyPair recipient = RecipientKeyPair.make(engine, wwwroot, generation, ed25519, now);
        return new SiteKeys(rsa, certificate, ed25519, statement, List.of(), List.of(recipient));
    }
}
