/** The course room against sites that lie. */
@NullMarked
package network.constellation.peer.courses;

import org.jspecify.annotations.NullMarked;
