/** Courses travel between real nodes: published, deployed, refused; by our own calls and by the originals'. */
@NullMarked
package network.constellation.testnetwork.courses;

import org.jspecify.annotations.NullMarked;
