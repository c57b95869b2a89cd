/**
 * Whether anything is wrong in the network: collects what every site found of its links, shows it as a matrix, tells
 * administrators of trouble before users notice, and repairs the two ends of a link (network-admin.md 10, item 13).
 * Uses {@link network.constellation.hub.registry.Registry} and
 * {@link network.constellation.hub.subnets.SubNetworks}, and the hub's own
 * {@link network.constellation.peer.connectivity.Connectivity} with its
 * {@link network.constellation.peer.connectivity.Findings}. Entry class
 * {@link network.constellation.hub.connectivity.Matrix}.
 */
@NullMarked
package network.constellation.hub.connectivity;

import org.jspecify.annotations.NullMarked;
