/**
 * A second implementation of both suites, for tests only: plain JDK, regular expressions instead of an XML reader,
 * written from {@code mnet-wire.md} and {@code docs/protocol/modern-suite.md}. It shares no line with the product,
 * which {@code IndependenceTest} holds, so that the two cannot be wrong together. Trusts its input: never a model for
 * product code.
 */
@NullMarked
package network.constellation.testnetwork.vectors.independent;

import org.jspecify.annotations.NullMarked;
