/**
 * Sub-networks: who is in which, and each end of each link with its state. Uses the registry, asks
 * {@link network.constellation.hub.approvals.Approvals} before a membership ends, and tells
 * {@link network.constellation.hub.directory.NetworkShape} how the network is divided. Entry class
 * {@link network.constellation.hub.subnets.SubNetworks}; decisions about one member are
 * {@link network.constellation.hub.subnets.Members}; people read services by
 * {@link network.constellation.hub.subnets.ServiceNames}; {@link network.constellation.hub.subnets.LinkRoad} is for the
 * room that knows another way to tell a member.
 */
@NullMarked
package network.constellation.hub.subnets;

import org.jspecify.annotations.NullMarked;
