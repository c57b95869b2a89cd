/**
 * Large contents from one site to another: {@link network.constellation.peer.transfer.Transfers} gives tickets at the
 * holder and fetches at the receiver, piece by piece over plain HTTP ranges, each piece checked, resumed after any cut.
 * Uses {@code files}, {@code jobs}, {@code web} and the doors
 * {@link network.constellation.peer.peers.Peers} and {@link network.constellation.peer.outbound.PeerFiles}.
 */
@NullMarked
package network.constellation.peer.transfer;

import org.jspecify.annotations.NullMarked;
