package network.constellation.peer.dispatch;

import java.net.InetAddress;
import java.time.Instant;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.tenant.Tenant;

/**
 * What others need to know about one inbound call; immutable.
 *
 * @param peer the verified caller
 * @param tenant whose method is called
 * @param suite in which it came
 * @param at when it came in, by the node's clock: the one time of this call
 * @param traceId crosses peers; 32 lower-case hex digits
 * @param deadline after which nobody waits for the answer any more
 * @param remoteAddress from where, as trusted proxies tell it
 */
public record CallContext(
        Peer peer,
        Tenant tenant,
        Suite suite,
        Instant at,
        String traceId,
        Instant deadline,
        InetAddress remoteAddress) {}
