package network.constellation.protocol.method.courses;

/**
 * What became of an order, told by the receiver to the holder.
 *
 * @param state {@link OrderAnswer#DONE}, {@link OrderAnswer#REFUSED} or {@link OrderAnswer#FAILED}
 * @param course number of the course at the receiver, 0 for none
 */
public record OrderReceipt(String order, String state, String note, long course, String url) {}
