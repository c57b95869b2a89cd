/**
 * The tenant's audit: append-only, each line chained to the one before by its hash, the head kept apart in the node's
 * database. May use {@code store}, {@code tenant}; entry class {@link network.constellation.peer.audit.Audit}.
 */
@NullMarked
package network.constellation.peer.audit;

import org.jspecify.annotations.NullMarked;
