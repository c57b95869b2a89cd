package network.constellation.peer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What lets the owner of the data directory, and nobody else, talk to the running node: {@code admin/ticket}, made new
 * at each start and readable by its owner only.
 *
 * @param port on the loopback interface
 * @param token 256 random bits as hex digits
 */
record AdminTicket(int port, String token) {
    private static final String FILE = "ticket";
    private static final int TOKEN_BYTES = 32;

    static String newToken(SecureRandom random) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /** Empty when no node left one here, or what is there is not one. */
    static Optional<AdminTicket> read(Path data) {
        try {
            var ticket = new ObjectMapper()
                    .readTree(Files.readString(data.resolve("admin").resolve(FILE)));
            String token = ticket.path("token").asText("");
            int port = ticket.path("port").asInt(0);
            return token.isEmpty() || port == 0 ? Optional.empty() : Optional.of(new AdminTicket(port, token));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** @param admin the directory for it, which only the owner can look into */
    void write(Path admin) throws IOException {
        OwnerFile.write(
                admin.resolve(FILE), new ObjectMapper().writeValueAsString(Map.of("port", port, "token", token)));
    }

    static void remove(Path admin) throws IOException {
        Files.deleteIfExists(admin.resolve(FILE));
    }
}
