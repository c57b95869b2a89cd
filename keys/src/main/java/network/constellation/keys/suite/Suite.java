package network.constellation.keys.suite;

import java.util.Locale;

/** A set of algorithms in which two sites talk. Suites only ratchet upward (protocol-security.md 3). */
public enum Suite {
    /** RSA-2048, SHA-1, RC4: what Moodle 3.x to 5.x and Mahara speak (mnet-wire.md 3 and 4). */
    LEGACY,
    /** HPKE (X25519, HKDF-SHA-256), AES-256-GCM, Ed25519 inside: docs/protocol/modern-suite.md. */
    MODERN;

    /** The name in settings and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no suite has this label */
    public static Suite ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
