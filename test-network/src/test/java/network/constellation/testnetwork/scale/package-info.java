/** Proofs about large networks; heavy ones with {@code -Pproof}. */
@NullMarked
package network.constellation.testnetwork.scale;

import org.jspecify.annotations.NullMarked;
