package network.constellation.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PrivateBundle;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.ring.OpeningKey;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs show what objects say of themselves; none of them says a secret. */
class SecrecyTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final CryptoEngine engine = CryptoEngine.detect();

    @TempDir
    Path folder;

    @Test
    void noTextOfAnObjectHoldsASecret() {
        TestingKeys testing = new TestingKeys(engine);
        KeyRing ring =
                testing.prepared(testing.prepared(testing.ring(SITE, NOW), NOW).activate(NOW), NOW);
        MasterKeyFile master = MasterKeyFile.openOrCreate(engine, folder.resolve("master.key"));
        FileVault vault = new FileVault(folder.resolve("keys"), SITE, master);
        vault.save(ring);
        List<Object> objects = new ArrayList<>(List.of(engine, testing, ring, master, vault, ring.journal()));
        for (OpeningKey key : ring.legacyKeys()) {
            SiteKeys keys = key.keys();
            objects.addAll(List.of(
                    key,
                    keys,
                    keys.rsa(),
                    keys.ed25519(),
                    keys.x25519(),
                    keys.recipients(),
                    keys.statement(),
                    keys.successions(),
                    keys.certificate(),
                    keys.publicIdentity(engine),
                    PrivateBundle.parse(PrivateBundle.write(keys))));
        }
        List<byte[]> secrets = secretsOf(ring);
        for (Object object : objects) {
            for (byte[] secret : secrets) {
                assertThat(object.toString())
                        .as(object.getClass().getName())
                        .doesNotContain(HexFormat.of().formatHex(secret))
                        .doesNotContain(Base64.getEncoder().encodeToString(secret))
                        .doesNotContain(Arrays.toString(secret));
            }
        }
    }

    @Test
    void whatOthersAreToldHoldsNoSecret() {
        KeyRing ring = new TestingKeys(engine).ring(SITE, NOW);
        byte[] bundle = ring.current().publicIdentity(engine).bundle().getBytes(StandardCharsets.US_ASCII);
        byte[] modern = Base64.getMimeDecoder()
                .decode(ring.current()
                        .modernKeys()
                        .pem()
                        .lines()
                        .filter(line -> !line.startsWith("-"))
                        .reduce("", String::concat));
        for (byte[] secret : secretsOf(ring)) {
            assertThat(indexOf(bundle, secret)).isNegative();
            assertThat(indexOf(modern, secret)).isNegative();
        }
        assertThat(indexOf(modern, ring.current().ed25519().publicKey().raw()))
                .as("the search does find what is there")
                .isPositive();
    }

    private static List<byte[]> secretsOf(KeyRing ring) {
        List<byte[]> secrets = new ArrayList<>();
        for (OpeningKey key : ring.legacyKeys()) {
            secrets.add(key.keys().rsa().pkcs8());
            secrets.add(key.keys().ed25519().seed());
            key.keys()
                    .recipients()
                    .forEach(pair -> secrets.add(pair.privateKey().raw()));
        }
        return secrets;
    }

    private static int indexOf(byte[] where, byte[] what) {
        return new String(where, StandardCharsets.ISO_8859_1).indexOf(new String(what, StandardCharsets.ISO_8859_1));
    }
}
