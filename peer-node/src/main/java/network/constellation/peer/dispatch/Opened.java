package network.constellation.peer.dispatch;

import java.time.Instant;
import java.util.Optional;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.freshness.ReplayKey;

/**
 * A message that was opened and verified, destination and freshness included.
 *
 * @param sender who signed it
 * @param payload the bytes that were verified, which are the bytes that are parsed
 * @param replayKey by which a second copy is recognised; absent for signed-only messages, which may only read
 * @param time the signed time; for legacy messages that of arrival
 * @param announced whether the sender signed with a generation that is announced and, as far as we know, not in use
 * @param readOnly whether its envelope suffices for methods that only read
 */
record Opened(
        Suite suite,
        Peer sender,
        byte[] payload,
        Optional<ReplayKey> replayKey,
        Instant time,
        boolean readOnly,
        boolean announced) {}
