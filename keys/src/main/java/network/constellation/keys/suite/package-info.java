/**
 * The algorithm suites: {@link network.constellation.keys.suite.LegacyCrypto} has the primitives of the legacy wire;
 * the modern ones stand beside it. Uses {@code provider} only; {@code identity} and above build on this room, so its
 * primitives take the key types of {@code provider}.
 */
@NullMarked
package network.constellation.keys.suite;

import org.jspecify.annotations.NullMarked;
