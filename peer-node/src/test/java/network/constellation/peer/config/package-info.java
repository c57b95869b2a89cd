@NullMarked
package network.constellation.peer.config;

import org.jspecify.annotations.NullMarked;
