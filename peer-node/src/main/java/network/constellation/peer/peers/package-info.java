/**
 * The sites this tenant knows: their keys, states and services, and the tenant's own keys. Entry classes:
 * {@link network.constellation.peer.peers.Peers}, {@link network.constellation.peer.peers.Services} and
 * {@link network.constellation.peer.peers.SiteIdentity}. May use the keys and protocol modules and infrastructure rooms;
 * does not call other sites itself.
 */
@NullMarked
package network.constellation.peer.peers;

import org.jspecify.annotations.NullMarked;
