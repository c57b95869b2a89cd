@NullMarked
package network.constellation.peer.subnets;

import org.jspecify.annotations.NullMarked;
