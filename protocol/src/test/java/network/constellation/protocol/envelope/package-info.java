/** Envelopes against the vectors, against themselves, and against damage. */
@NullMarked
package network.constellation.protocol.envelope;

import org.jspecify.annotations.NullMarked;
