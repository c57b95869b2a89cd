@NullMarked
package network.constellation.peer.backup;

import org.jspecify.annotations.NullMarked;
