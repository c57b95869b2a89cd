/**
 * Nodes as processes of their own, to be killed and started again:
 * {@link network.constellation.testnetwork.process.ProcessNode}.
 */
@NullMarked
package network.constellation.testnetwork.process;

import org.jspecify.annotations.NullMarked;
