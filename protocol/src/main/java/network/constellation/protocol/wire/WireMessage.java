package network.constellation.protocol.wire;

import java.util.Optional;
import java.util.OptionalLong;
import network.constellation.keys.suite.Suite;

/**
 * What an envelope opened by hand turned out to be.
 *
 * @param wwwroot the sender as named inside, else outside; empty for a bare document
 * @param timestamp unix seconds, where there is one
 * @param openedBy the name of the key file that opened it; empty when it was not encrypted
 * @param payload the exact bytes of the XML-RPC document
 */
public record WireMessage(
        Suite suite,
        boolean encrypted,
        boolean signed,
        Optional<String> wwwroot,
        OptionalLong timestamp,
        Optional<String> openedBy,
        byte[] payload) {}
