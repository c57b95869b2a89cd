/**
 * The pages of the hub: overview with the map of the network, sites, sub-networks, invitations. Reads the other rooms
 * of the hub, changes through their rules. Entry class {@link network.constellation.hub.console.ConsolePages}.
 */
@NullMarked
package network.constellation.hub.console;

import org.jspecify.annotations.NullMarked;
