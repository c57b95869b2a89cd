/**
 * Nodes set to the state that the shared vectors describe: {@link network.constellation.testnetwork.vectors.VectorSite}.
 * The vectors are read in place; what their sites answered is registered as fixture methods.
 */
@NullMarked
package network.constellation.testnetwork.vectors;

import org.jspecify.annotations.NullMarked;
