/**
 * Sites of the originals that this hub leads by their own road: taken in with their keys, told of the other members by
 * bind_peer and unbind_peer, and unable to read the directory (network-admin.md 2 and 3.2). Uses registry, subnets and
 * orders. Entry class {@link network.constellation.hub.originals.LedSites}.
 */
@NullMarked
package network.constellation.hub.originals;

import org.jspecify.annotations.NullMarked;
