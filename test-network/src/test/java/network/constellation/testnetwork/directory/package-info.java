/** The signed directory over real nodes: published by the hub, held and followed by members. */
@NullMarked
package network.constellation.testnetwork.directory;

import org.jspecify.annotations.NullMarked;
