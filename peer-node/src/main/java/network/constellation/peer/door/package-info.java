/**
 * The HTTP door of the process: Jetty, plain or TLS, admission, body limits, and the way from a request to the tenant's
 * {@link network.constellation.peer.door.RpcEndpoint} or {@link network.constellation.peer.door.PageEndpoint}. May use
 * {@code tenant}, {@code config}, {@code health}; entry class {@link network.constellation.peer.door.Door}.
 */
@NullMarked
package network.constellation.peer.door;

import org.jspecify.annotations.NullMarked;
