@NullMarked
package network.constellation.peer.files;

import org.jspecify.annotations.NullMarked;
