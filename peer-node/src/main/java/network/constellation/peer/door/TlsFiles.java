package network.constellation.peer.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import network.constellation.keys.certificate.MalformedPemException;
import network.constellation.keys.certificate.TlsKeyPem;
import network.constellation.peer.config.ConfigException;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate and key of the door; read again when a file changes, and kept when the new ones cannot be used. */
final class TlsFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);

    private final Path certificate;
    private final Path key;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private List<FileTime> read;
    private volatile Instant notAfter = Instant.MAX;

    /** @throws ConfigException when the files cannot be used */
    TlsFiles(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
        this.read = times();
        factory.setKeyStorePassword(TlsKeyPem.PASSWORD);
        factory.setKeyStore(load());
        factory.setSniRequired(false);
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    /** When the certificate ends. */
    Instant notAfter() {
        return notAfter;
    }

    /** Called every few seconds. */
    void reloadIfChanged() {
        List<FileTime> now = times();
        if (now.equals(read)) {
            return;
        }
        read = now;
        try {
            KeyStore store = load();
            factory.reload(f -> f.setKeyStore(store));
            LOG.info("Read the certificate of the door again; it ends at {}", notAfter);
        } catch (Exception unusable) {
            LOG.error(
                    "The changed certificate of the door cannot be used, the old one stays: {}", unusable.getMessage());
        }
    }

    private KeyStore load() {
        try {
            KeyStore store = TlsKeyPem.keyStore(
                    Files.readString(certificate, StandardCharsets.ISO_8859_1),
                    Files.readString(key, StandardCharsets.ISO_8859_1));
            if (store.getCertificate("server") instanceof X509Certificate own) {
                notAfter = own.getNotAfter().toInstant();
            }
            return store;
        } catch (MalformedPemException | IOException | GeneralSecurityException unusable) {
            throw new ConfigException("The TLS files " + certificate + " and " + key + " cannot be used ("
                    + unusable.getMessage() + "); give a PEM chain and its unencrypted PEM key.");
        }
    }

    private List<FileTime> times() {
        return List.of(time(certificate), time(key));
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException missing) {
            return FileTime.fromMillis(0);
        }
    }
}
