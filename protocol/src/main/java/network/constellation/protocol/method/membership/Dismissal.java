package network.constellation.protocol.method.membership;

/** The end of what one {@link Introduction} began. */
public record Dismissal(String wwwroot, long subnetwork) {}
