/**
 * Documents that nobody would write, against everything that parses. {@code MutationTest} runs always, bounded and
 * repeatable; {@code ...FuzzTest} run ten minutes each under {@code -Pproof}, guided by coverage.
 */
@NullMarked
package network.constellation.protocol.fuzz;

import org.jspecify.annotations.NullMarked;
