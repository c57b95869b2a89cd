/**
 * The network this site belongs to: joining by invitation, and being introduced by the hub to the other members of a
 * sub-network (docs/protocol/bootstrap.md). Uses peers, outbound, dispatch and jobs. Entry classes
 * {@link network.constellation.peer.subnets.Membership} and
 * {@link network.constellation.peer.subnets.NetworkTerms}, the terms on which a member becomes a peer;
 * {@link network.constellation.peer.subnets.LinkBook}, what is held of each;
 * {@link network.constellation.peer.subnets.Parting}, for whoever keeps something alive between two sites.
 */
@NullMarked
package network.constellation.peer.subnets;

import org.jspecify.annotations.NullMarked;
