/**
 * Measures a node over HTTP beside the limits of the machine in the same run: {@link network.constellation.bench.Bench}.
 * Uses keys and protocol to seal the load; the node is a process of its own.
 */
@NullMarked
package network.constellation.bench;

import org.jspecify.annotations.NullMarked;
