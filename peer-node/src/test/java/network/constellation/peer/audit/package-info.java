@NullMarked
package network.constellation.peer.audit;

import org.jspecify.annotations.NullMarked;
