/** Who may do what: grants at the node, a second person at the hub, and peers that mean harm. */
@NullMarked
package network.constellation.testnetwork.authority;

import org.jspecify.annotations.NullMarked;
