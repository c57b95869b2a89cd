/**
 * Which services a link carries (network-admin.md 2.3): pure functions over the two matrices of the network, the same at
 * the hub, at its members, and in a simulation. Entry
 * classes {@link network.constellation.protocol.directory.strategy.ServiceMatrix} and
 * {@link network.constellation.protocol.directory.strategy.LinkServices}.
 */
@NullMarked
package network.constellation.protocol.directory.strategy;

import org.jspecify.annotations.NullMarked;
