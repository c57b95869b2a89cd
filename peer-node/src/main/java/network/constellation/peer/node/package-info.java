/**
 * The assembly: a list of modules becomes a running node. May use every infrastructure room; entry class
 * {@link network.constellation.peer.node.NodeBuilder}.
 */
@NullMarked
package network.constellation.peer.node;

import org.jspecify.annotations.NullMarked;
