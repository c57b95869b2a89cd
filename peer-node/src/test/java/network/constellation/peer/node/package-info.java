@NullMarked
package network.constellation.peer.node;

import org.jspecify.annotations.NullMarked;
