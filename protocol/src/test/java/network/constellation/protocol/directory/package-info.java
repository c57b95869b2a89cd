/** The directory on paper: what is taken, and with which code the rest is refused. */
@NullMarked
package network.constellation.protocol.directory;

import org.jspecify.annotations.NullMarked;
