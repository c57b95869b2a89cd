/**
 * Databases: one of the node and one per tenant, H2 files or schemas of one PostgreSQL, brought to the newest schema when
 * opened. A feature contributes its migrations by {@link network.constellation.peer.store.Migrations} and is given
 * {@code Jdbi} of its tenant, or {@code @NodeDb Jdbi}. May use {@code config}; entry class
 * {@link network.constellation.peer.store.Databases}.
 */
@NullMarked
package network.constellation.peer.store;

import org.jspecify.annotations.NullMarked;
