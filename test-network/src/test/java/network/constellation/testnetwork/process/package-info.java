/** Nodes killed in the middle of their work: whatever they were doing, the network is whole again afterwards. */
@NullMarked
package network.constellation.testnetwork.process;

import org.jspecify.annotations.NullMarked;
