/**
 * Calls to other sites: {@link network.constellation.peer.outbound.PeerClient} is the entry. The only room that holds an
 * HTTP client; every connection passes {@link network.constellation.peer.outbound.AddressGuard}. May use {@code peers},
 * the protocol and infrastructure rooms.
 */
@NullMarked
package network.constellation.peer.outbound;

import org.jspecify.annotations.NullMarked;
