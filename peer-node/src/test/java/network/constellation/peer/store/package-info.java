@NullMarked
package network.constellation.peer.store;

import org.jspecify.annotations.NullMarked;
