/** Course packages: genuine ones, made ones, hostile ones. */
@NullMarked
package network.constellation.peer.packages;

import org.jspecify.annotations.NullMarked;
