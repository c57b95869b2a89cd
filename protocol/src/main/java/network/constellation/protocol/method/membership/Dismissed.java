package network.constellation.protocol.method.membership;

/**
 * What came of a {@link Dismissal}.
 *
 * @param landed sessions of the other site's users that ended here
 * @param away sessions of this site's users there that are over as far as this site is concerned
 */
public record Dismissed(long landed, long away) {
    /** No session was concerned. */
    public static final Dismissed QUIETLY = new Dismissed(0, 0);
}
