@NullMarked
package network.constellation.peer.jobs;

import org.jspecify.annotations.NullMarked;
