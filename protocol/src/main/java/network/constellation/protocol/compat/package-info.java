/**
 * Quirks of other implementations, each with the vector that proves it. Entry class:
 * {@link network.constellation.protocol.compat.ByteReferences}. Uses nothing but the JDK.
 */
@NullMarked
package network.constellation.protocol.compat;

import org.jspecify.annotations.NullMarked;
