@NullMarked
package network.constellation.peer.outbound;

import org.jspecify.annotations.NullMarked;
