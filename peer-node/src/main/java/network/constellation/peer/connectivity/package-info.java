/**
 * Whether all is well between this site and the sites that it is linked with: looks at each link in turn, answers the
 * pings of others, and tells the hub what it found (network-admin.md 10, item 13). Uses peers, outbound and
 * {@link network.constellation.peer.directory.NetworkDirectory}. Entry class
 * {@link network.constellation.peer.connectivity.Connectivity}; its words in
 * {@link network.constellation.peer.connectivity.Findings}.
 */
@NullMarked
package network.constellation.peer.connectivity;

import org.jspecify.annotations.NullMarked;
