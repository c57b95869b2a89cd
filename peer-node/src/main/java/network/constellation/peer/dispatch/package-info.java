/**
 * The one runner of inbound calls: every door's message passes the same checks in the same order.
 * {@link network.constellation.peer.dispatch.Dispatcher} is the entry; features contribute
 * {@link network.constellation.peer.dispatch.MethodBinding}s. May use {@code peers}, the protocol and infrastructure
 * rooms; knows no feature.
 */
@NullMarked
package network.constellation.peer.dispatch;

import org.jspecify.annotations.NullMarked;
