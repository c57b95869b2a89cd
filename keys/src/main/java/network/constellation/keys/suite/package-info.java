/** The algorithm suites and their primitives; the only callers of {@code Cipher} and {@code Signature}. */
@NullMarked
package network.constellation.keys.suite;

import org.jspecify.annotations.NullMarked;
