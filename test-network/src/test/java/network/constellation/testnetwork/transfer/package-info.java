/** Large contents between two sites, over a line that breaks. */
@NullMarked
package network.constellation.testnetwork.transfer;

import org.jspecify.annotations.NullMarked;
