package network.constellation.peer.peers;

import java.util.Locale;
import java.util.Optional;

/** What software a peer runs, which decides the paths appended to its wwwroot (mnet-wire.md 1.1). */
public enum Application {
    /** Our own software: serves Moodle's paths too. */
    CONSTELLATION("/mnet/xmlrpc/server.php", "/auth/mnet/land.php", "/auth/mnet/jump.php", "/mnet/publickey.php"),
    MOODLE("/mnet/xmlrpc/server.php", "/auth/mnet/land.php", "/auth/mnet/jump.php", "/mnet/publickey.php"),
    MAHARA("/api/xmlrpc/server.php", "/auth/xmlrpc/land.php", "/auth/xmlrpc/jump.php", "/api/xmlrpc/publickey.php");

    private final String rpcPath;
    private final String landPath;
    private final String jumpPath;
    private final String publicKeyPath;

    Application(String rpcPath, String landPath, String jumpPath, String publicKeyPath) {
        this.rpcPath = rpcPath;
        this.landPath = landPath;
        this.jumpPath = jumpPath;
        this.publicKeyPath = publicKeyPath;
    }

    public String rpcPath() {
        return rpcPath;
    }

    public String landPath() {
        return landPath;
    }

    public String jumpPath() {
        return jumpPath;
    }

    public String publicKeyPath() {
        return publicKeyPath;
    }

    /** The name in settings and on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Application> ofLabel(String label) {
        for (Application application : values()) {
            if (application.label().equals(label)) {
                return Optional.of(application);
            }
        }
        return Optional.empty();
    }
}
