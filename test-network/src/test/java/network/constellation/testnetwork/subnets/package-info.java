/** Sub-networks seen from the hub: who is to know whom. */
@NullMarked
package network.constellation.testnetwork.subnets;

import org.jspecify.annotations.NullMarked;
