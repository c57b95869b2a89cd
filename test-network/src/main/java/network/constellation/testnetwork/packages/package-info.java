/**
 * Course packages of any size for tests: {@link network.constellation.testnetwork.packages.LargePackage}. Uses the program's
 * own writer.
 */
@NullMarked
package network.constellation.testnetwork.packages;

import org.jspecify.annotations.NullMarked;
