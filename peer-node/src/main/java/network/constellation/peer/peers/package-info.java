/**
 * The sites this tenant knows: their keys, states and services, and the tenant's own keys. Doors:
 * {@link network.constellation.peer.peers.Peers} with {@link network.constellation.peer.peers.PeerKeys},
 * {@link network.constellation.peer.peers.Offers}, {@link network.constellation.peer.peers.Services},
 * {@link network.constellation.peer.peers.NetworkStanding}, {@link network.constellation.peer.peers.NextKeys},
 * {@link network.constellation.peer.peers.SiteIdentity}, {@link network.constellation.peer.peers.KeyRotation} and
 * {@link network.constellation.peer.peers.OwnKeyWatch}, {@link network.constellation.peer.peers.HostBindings}. May use the keys and protocol modules and infrastructure rooms.
 */
@NullMarked
package network.constellation.peer.peers;

import org.jspecify.annotations.NullMarked;
