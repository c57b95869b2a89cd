package network.constellation.hub.subnets;

/** @param confirmed ends that this job has set up or withdrawn so far */
public record LinksState(int confirmed) {}
