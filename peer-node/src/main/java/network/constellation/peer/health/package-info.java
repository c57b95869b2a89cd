/**
 * How the node is doing: liveness, readiness by a real signed call to itself, metrics, the checks of {@code doctor}. May
 * use {@code store}, {@code tenant}, {@code config}, {@code door}'s {@code NodeRoute}; entry class
 * {@link network.constellation.peer.health.Health}.
 */
@NullMarked
package network.constellation.peer.health;

import org.jspecify.annotations.NullMarked;
