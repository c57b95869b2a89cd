/**
 * Conformance of the wire: the product against messages of real software ({@code shared/vectors}, read in place), and
 * against the second implementation of {@code vectors.independent}. {@code OwnVectorsWriter} makes the product's own
 * vectors. May use {@code keys} and {@code protocol}.
 */
@NullMarked
package network.constellation.testnetwork.vectors;

import org.jspecify.annotations.NullMarked;
