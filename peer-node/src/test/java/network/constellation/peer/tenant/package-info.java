@NullMarked
package network.constellation.peer.tenant;

import org.jspecify.annotations.NullMarked;
