package network.constellation.protocol.method.membership;

/**
 * The end of what one {@link Introduction} began; about the hub itself, with {@link #NETWORK}: the end of the receiver's
 * membership.
 *
 * @param subnetwork positive, or {@link #NETWORK}
 */
public record Dismissal(String wwwroot, long subnetwork) {
    /** Stands for the network itself, as the number of a sub-network. */
    public static final int NETWORK = 0;
}
