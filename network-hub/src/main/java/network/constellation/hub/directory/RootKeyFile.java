package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import network.constellation.keys.certificate.MalformedPemException;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.vault.SecretFile;
import network.constellation.peer.store.DataDirectory;

/**
 * The private half of the network's root key, in a PEM file of its owner alone. It is needed to found the network, to
 * prepare a standby hub and to renew a mandate; in between it belongs in a safe place without a network. It is in no backup.
 */
final class RootKeyFile {
    static final String NAME = "network-root-key.pem";

    private static final String LABEL = "CONSTELLATION NETWORK ROOT KEY";

    private final Path file;
    private final CryptoEngine engine;

    @Inject
    RootKeyFile(DataDirectory data, CryptoEngine engine) {
        this.file = data.root().toAbsolutePath().resolve(NAME);
        this.engine = engine;
    }

    Path file() {
        return file;
    }

    /** The key in its usual place; empty when it was taken away, as it should be. */
    Optional<Ed25519PrivateKey> present() {
        return read(file);
    }

    /** The key in its usual place, made when there is none. */
    Ed25519PrivateKey presentOrNew() {
        Optional<Ed25519PrivateKey> known = present();
        if (known.isPresent()) {
            return known.get();
        }
        byte[] pem = Pem.write(LABEL, engine.ed25519().generate().seed()).getBytes(StandardCharsets.US_ASCII);
        SecretFile.create(file, pem);
        return present().orElseThrow(() -> new IllegalStateException(file + " was made and is not there."));
    }

    /** @throws IllegalArgumentException when the file holds no root key */
    static Optional<Ed25519PrivateKey> read(Path file) {
        return SecretFile.read(file).map(content -> {
            try {
                byte[] seed = Pem.only(Pem.readAll(new String(content, StandardCharsets.US_ASCII)), LABEL)
                        .orElseThrow(() -> new IllegalArgumentException(
                                file + " is no root key; it must hold a block \"" + LABEL + "\"."));
                return Ed25519PrivateKey.ofSeed(seed);
            } catch (MalformedPemException | MalformedKeyException malformed) {
                throw new IllegalArgumentException(file + " is no root key: " + malformed.getMessage());
            }
        });
    }
}
