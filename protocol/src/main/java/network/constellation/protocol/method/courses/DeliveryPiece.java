package network.constellation.protocol.method.courses;

/**
 * Arguments of {@code delivery_deliver}.
 *
 * @param course number of the course at the holder
 * @param offset in characters of the base64 text, a multiple of 4
 * @param limit in the same; 0 for everything
 */
public record DeliveryPiece(CallingUser user, long course, long offset, long limit, boolean asText) {}
