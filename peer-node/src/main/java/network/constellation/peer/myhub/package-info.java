/**
 * The page "My hub": to which network this site belongs, how well it stands with its hub, what the hub may do here, and
 * joining by an invitation. Uses peers, subnets, commands and directory. Entry class
 * {@link network.constellation.peer.myhub.MyHubPages}.
 */
@NullMarked
package network.constellation.peer.myhub;

import org.jspecify.annotations.NullMarked;
