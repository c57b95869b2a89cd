package network.constellation.protocol.method.courses;

/**
 * Arguments of {@code delivery_get_sessions}.
 *
 * @param idNumber identity of the course; the originals send it as a number
 */
public record SessionsQuestion(CallingUser user, String idNumber, boolean asText) {}
