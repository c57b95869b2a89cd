package network.constellation.peer.outbound;

import java.time.Duration;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.freshness.ReplayStore.Keeping;

/** One request and its verified answer, in one suite. */
interface Exchange {

    /**
     * @param keeping how the answer is to be remembered: as durably as the call itself
     * @param traceId crosses peers in a header
     * @throws UnreachableException when no verified answer came
     */
    MethodResponse exchange(Peer peer, byte[] document, Keeping keeping, String traceId, Duration timeout);
}
