@NullMarked
package network.constellation.peer.cli;

import org.jspecify.annotations.NullMarked;
