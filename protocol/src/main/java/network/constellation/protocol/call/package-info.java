/** Calls, values and faults as immutable data. Uses nothing; everything above uses it. */
@NullMarked
package network.constellation.protocol.call;

import org.jspecify.annotations.NullMarked;
