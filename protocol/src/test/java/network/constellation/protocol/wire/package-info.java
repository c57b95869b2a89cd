/** Envelopes opened and sealed by hand. */
@NullMarked
package network.constellation.protocol.wire;

import org.jspecify.annotations.NullMarked;
