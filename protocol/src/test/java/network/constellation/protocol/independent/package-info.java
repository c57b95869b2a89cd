/**
 * A second, small implementation of both suites, written from {@code docs/protocol/modern-suite.md} and
 * {@code mnet-wire.md} with the JDK and Bouncy Castle only: it shares no code with the product, so that the two cannot
 * be wrong together. It also makes our own vectors.
 */
@NullMarked
package network.constellation.protocol.independent;

import org.jspecify.annotations.NullMarked;
