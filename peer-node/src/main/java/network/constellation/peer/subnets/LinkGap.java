package network.constellation.peer.subnets;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/**
 * What the network's directory wants of this site and could not be done.
 *
 * @param about the other site
 * @param why one sentence
 */
public record LinkGap(Wwwroot about, String why, Instant since) {}
