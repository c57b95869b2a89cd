/**
 * A network of real nodes in one JVM, each with its own folder and clock, each behind a link that can be made faulty.
 * Entry class {@link network.constellation.testnetwork.TestNetwork}.
 */
@NullMarked
package network.constellation.testnetwork;

import org.jspecify.annotations.NullMarked;
