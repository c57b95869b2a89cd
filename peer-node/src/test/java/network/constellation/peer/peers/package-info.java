@NullMarked
package network.constellation.peer.peers;

import org.jspecify.annotations.NullMarked;
