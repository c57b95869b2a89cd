/**
 * Starting and stopping: {@link network.constellation.peer.lifecycle.NodeService}. Uses nothing of the node.
 */
@NullMarked
package network.constellation.peer.lifecycle;

import org.jspecify.annotations.NullMarked;
