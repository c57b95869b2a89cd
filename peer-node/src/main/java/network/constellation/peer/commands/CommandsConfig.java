package network.constellation.peer.commands;

import java.time.Duration;

/**
 * {@code commands.}
 *
 * @param legacy whether orders are taken in the legacy suite too, whose messages a third site can replay to its siblings
 *     (protocol-security.md 2)
 * @param sqlRows most rows of one answer
 * @param sqlBytes most characters of one answer
 * @param sqlTime longest time of one query
 */
public record CommandsConfig(boolean legacy, int sqlRows, int sqlBytes, Duration sqlTime) {
    public CommandsConfig {
        if (sqlRows < 1 || sqlRows > 10_000) {
            throw new IllegalArgumentException("commands.sql-rows must be from 1 to 10000.");
        }
    }

    public static CommandsConfig defaults() {
        return new CommandsConfig(false, 500, 1_000_000, Duration.ofSeconds(5));
    }
}
