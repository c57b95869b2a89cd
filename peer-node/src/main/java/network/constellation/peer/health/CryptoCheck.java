package network.constellation.peer.health;

import com.google.inject.Inject;
import java.util.List;
import network.constellation.keys.provider.CryptoEngine;

/** Which cryptography the node uses. */
final class CryptoCheck implements HealthCheck {
    private static final String NAME = "cryptography";

    private final CryptoEngine engine;

    @Inject
    CryptoCheck(CryptoEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<Finding> check() {
        return List.of(
                engine.isNative()
                        ? Finding.good(NAME, "Uses " + engine.name() + ".")
                        : Finding.warning(
                                NAME,
                                "Uses " + engine.name() + ": right, but slower by three quarters.",
                                "Run on Linux x86_64 with glibc to have native code."));
    }
}
