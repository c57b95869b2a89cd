package network.constellation.peer.door;

import com.typesafe.config.ConfigMemorySize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP server, and who may come in ({@code door.}).
 *
 * @param bind the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param tlsCertificate PEM file of the chain; with {@code tlsKey}: the door speaks TLS, and reads both again when they
 *     change
 * @param tlsKey PEM file of its private key
 * @param trustedProxies addresses or networks (10.0.0.0/8) whose X-Forwarded-* headers are believed
 * @param perAddress the most connections, and requests at a time, of one address; behind a trusted proxy, of the client
 * @param strangers how many calls of addresses that never proved to be a known peer run at a time
 * @param callSize the largest body of a call from an address of a known peer
 * @param strangerCallSize the largest body of a call from any other address
 * @param bodyMemory how much all bodies being read may take together
 * @param headerTime how long a request's header may take
 * @param bodyGrace from when on a body must come at {@code bodyRate} or faster
 * @param bodyRate the least that a body must bring in a second
 * @param idle when a silent connection is closed
 * @param threads the most at work, where the platform has no virtual threads
 * @param drain how long running calls may go on when the node stops
 */
public record DoorConfig(
        String bind,
        int port,
        Optional<Path> tlsCertificate,
        Optional<Path> tlsKey,
        List<String> trustedProxies,
        int perAddress,
        int strangers,
        ConfigMemorySize callSize,
        ConfigMemorySize strangerCallSize,
        ConfigMemorySize bodyMemory,
        Duration headerTime,
        Duration bodyGrace,
        ConfigMemorySize bodyRate,
        Duration idle,
        int threads,
        Duration drain) {

    private static final long MIB = 1024 * 1024;

    public DoorConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("door.port must be from 0 to 65535, not " + port + ".");
        }
        if (tlsCertificate.isPresent() != tlsKey.isPresent()) {
            throw new IllegalArgumentException(
                    "door.tls-certificate and door.tls-key must be given together, or neither.");
        }
        if (perAddress < 1 || strangers < 1 || threads < 8) {
            throw new IllegalArgumentException("door.per-address and door.strangers must be at least 1, threads 8.");
        }
        if (callSize.toBytes() > Integer.MAX_VALUE - 8 || strangerCallSize.toBytes() > callSize.toBytes()) {
            throw new IllegalArgumentException(
                    "door.stranger-call-size must be at most door.call-size, and that at most 2GiB.");
        }
        trustedProxies.forEach(Network::parse);
    }

    public static DoorConfig defaults() {
        return new DoorConfig(
                "0.0.0.0",
                8080,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                64,
                8,
                size(96 * MIB),
                size(4 * MIB),
                size(Math.max(128 * MIB, Runtime.getRuntime().maxMemory() / 4)),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                size(1024),
                Duration.ofSeconds(30),
                200,
                Duration.ofSeconds(4));
    }

    private static ConfigMemorySize size(long bytes) {
        return ConfigMemorySize.ofBytes(bytes);
    }
}
