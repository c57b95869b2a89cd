package network.constellation.keys.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** A web server's certificate chain and key, as the PEM files that every certificate authority's client writes. */
public final class TlsKeyPem {
    /** The keystore never leaves the memory; the API wants a password all the same. */
    public static final String PASSWORD = "in-memory";

    private TlsKeyPem() {}

    /**
     * @param chain PEM, the server's own certificate first
     * @param key PEM of an unencrypted private key: PKCS#8, or the older forms of RSA and EC
     * @throws MalformedPemException naming what cannot be used
     */
    public static KeyStore keyStore(String chain, String key) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            Collection<? extends Certificate> certificates =
                    factory.generateCertificates(new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)));
            if (certificates.isEmpty()) {
                throw new MalformedPemException("holds no certificate");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server", privateKey(key), PASSWORD.toCharArray(), certificates.toArray(new Certificate[0]));
            return store;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new MalformedPemException("cannot be used by a web server: " + unusable.getMessage());
        }
    }

    private static PrivateKey privateKey(String pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                if (block instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                } else if (block instanceof PrivateKeyInfo key) {
                    return new JcaPEMKeyConverter().getPrivateKey(key);
                }
            }
        } catch (PEMException malformed) {
            throw new MalformedPemException("holds no readable private key: " + malformed.getMessage());
        }
        throw new MalformedPemException("holds no unencrypted private key");
    }
}
