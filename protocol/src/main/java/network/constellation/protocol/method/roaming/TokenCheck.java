package network.constellation.protocol.method.roaming;

/**
 * The token of a jump and the browser that presented it.
 *
 * @param userAgentHash lower-case hex SHA-1 of the browser's User-Agent header
 */
public record TokenCheck(String token, String userAgentHash) {}
