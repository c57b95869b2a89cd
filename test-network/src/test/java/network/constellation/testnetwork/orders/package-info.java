/** Orders of a hub over real nodes: authority, grants, functions, durable orders. */
@NullMarked
package network.constellation.testnetwork.orders;

import org.jspecify.annotations.NullMarked;
