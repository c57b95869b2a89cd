@NullMarked
package network.constellation.peer.health;

import org.jspecify.annotations.NullMarked;
