/**
 * Doubles for the tests of every module: {@link network.constellation.keys.testing.TestingKeys} hands out key material
 * that costs nothing. Never used by product code.
 */
@NullMarked
package network.constellation.keys.testing;

import org.jspecify.annotations.NullMarked;
