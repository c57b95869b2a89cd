package network.constellation.hub.connectivity;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.connectivity.LinkCheck;

/**
 * What one site found of its link to another.
 *
 * @param at who looked
 * @param about at whom
 * @param collectedAt when the hub learnt it
 */
public record MatrixCell(Wwwroot at, Wwwroot about, LinkCheck check, Instant collectedAt) {}
