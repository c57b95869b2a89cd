@NullMarked
package network.constellation.peer.roaming;

import org.jspecify.annotations.NullMarked;
