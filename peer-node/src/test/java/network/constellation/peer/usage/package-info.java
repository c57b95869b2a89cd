@NullMarked
package network.constellation.peer.usage;

import org.jspecify.annotations.NullMarked;
