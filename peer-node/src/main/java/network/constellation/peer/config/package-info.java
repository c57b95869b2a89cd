/**
 * Settings: one HOCON file and {@code CONSTELLATION_...} variables, read into one typed record per room. A room declares
 * its record by {@link network.constellation.peer.config.ConfigSection}; a key that no record declares refuses to
 * start. Uses nothing of the node.
 */
@NullMarked
package network.constellation.peer.config;

import org.jspecify.annotations.NullMarked;
