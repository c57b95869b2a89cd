/**
 * Tenants: which sites this process serves, found by host name and base path, opened on first use, closed when idle. Each
 * has its own injector, database and folder. May use {@code store}, {@code config}; entry class
 * {@link network.constellation.peer.tenant.Tenants}.
 */
@NullMarked
package network.constellation.peer.tenant;

import org.jspecify.annotations.NullMarked;
