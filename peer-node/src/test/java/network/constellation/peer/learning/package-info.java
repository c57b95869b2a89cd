/** Courses as learners meet them, on a real node. */
@NullMarked
package network.constellation.peer.learning;

import org.jspecify.annotations.NullMarked;
