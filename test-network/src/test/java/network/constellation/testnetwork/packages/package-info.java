/** Large packages, in processes with little memory. */
@NullMarked
package network.constellation.testnetwork.packages;

import org.jspecify.annotations.NullMarked;
