@NullMarked
package network.constellation.peer.dispatch;

import org.jspecify.annotations.NullMarked;
