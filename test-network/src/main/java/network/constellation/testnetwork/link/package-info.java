/**
 * Links between nodes that can be made to fail: {@link network.constellation.testnetwork.link.FaultyLink}. Plain
 * sockets; knows nothing of what flows through it.
 */
@NullMarked
package network.constellation.testnetwork.link;

import org.jspecify.annotations.NullMarked;
