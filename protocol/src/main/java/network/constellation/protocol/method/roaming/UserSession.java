package network.constellation.protocol.method.roaming;

/**
 * The sessions of a user in one browser.
 *
 * @param userAgentHash lower-case hex SHA-1 of the browser's User-Agent header
 */
public record UserSession(String username, String userAgentHash) {}
