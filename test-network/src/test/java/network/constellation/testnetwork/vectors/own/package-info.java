/**
 * The product's own vectors for both suites, made by the second implementation into {@code
 * protocol/src/test/resources/vectors/own}; entry class {@code OwnVectorsWriter}. Every byte but the RSA keys is derived
 * from names, so they can be made again at any time and are the same.
 */
@NullMarked
package network.constellation.testnetwork.vectors.own;

import org.jspecify.annotations.NullMarked;
