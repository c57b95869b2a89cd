@NullMarked
package network.constellation.peer.door;

import org.jspecify.annotations.NullMarked;
