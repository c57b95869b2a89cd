package network.constellation.protocol.directory.strategy;

import network.constellation.keys.address.Wwwroot;

/**
 * One site of a link, as far as services depend on it.
 *
 * @param joinOrder grows with each admission: of two members the one with the larger is the newer
 * @param constellation whether it runs this software; a site of the originals gets only what they know
 */
public record LinkParty(Wwwroot wwwroot, long joinOrder, ServiceStrategy strategy, boolean constellation) {
    /** Every two sites agree which of them is the newer. */
    boolean newerThan(LinkParty other) {
        return joinOrder != other.joinOrder ? joinOrder > other.joinOrder : wwwroot.compareTo(other.wwwroot) > 0;
    }
}
