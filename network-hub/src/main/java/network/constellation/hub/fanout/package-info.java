/**
 * Asks many sites the same thing at once, within one time for all: {@link network.constellation.hub.fanout.Fanout}.
 * Infrastructure of the hub; uses {@code peer.outbound} and {@code peer.peers}.
 */
@NullMarked
package network.constellation.hub.fanout;

import org.jspecify.annotations.NullMarked;
