/** The hub's HTTP interface, called by a real client over real HTTP. */
@NullMarked
package network.constellation.testnetwork.api;

import org.jspecify.annotations.NullMarked;
