/**
 * Every limit of bytes, depth and count that documents of the wire are held to:
 * {@link network.constellation.protocol.limits.Limits}. Uses nothing.
 */
@NullMarked
package network.constellation.protocol.limits;

import org.jspecify.annotations.NullMarked;
