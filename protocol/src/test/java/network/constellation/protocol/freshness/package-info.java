/** Age and replay of messages. */
@NullMarked
package network.constellation.protocol.freshness;

import org.jspecify.annotations.NullMarked;
