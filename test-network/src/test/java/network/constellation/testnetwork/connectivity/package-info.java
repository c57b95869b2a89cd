/** Whether anything is wrong between sites: their clocks, and what they measure of each other. */
@NullMarked
package network.constellation.testnetwork.connectivity;

import org.jspecify.annotations.NullMarked;
