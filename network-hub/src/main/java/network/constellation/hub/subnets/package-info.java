/**
 * Sub-networks: who is in which, and each end of each link with its state. Uses the registry. Entry class
 * {@link network.constellation.hub.subnets.SubNetworks}.
 */
@NullMarked
package network.constellation.hub.subnets;

import org.jspecify.annotations.NullMarked;
