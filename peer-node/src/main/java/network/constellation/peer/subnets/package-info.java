/**
 * The network this site belongs to: joining by invitation, and being introduced by the hub to the other members of a
 * sub-network (docs/protocol/bootstrap.md). Uses peers, outbound, dispatch and jobs. Entry class
 * {@link network.constellation.peer.subnets.Membership}.
 */
@NullMarked
package network.constellation.peer.subnets;

import org.jspecify.annotations.NullMarked;
