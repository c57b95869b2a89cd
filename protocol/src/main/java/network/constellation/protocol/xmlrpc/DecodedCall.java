package network.constellation.protocol.xmlrpc;

import network.constellation.protocol.call.MethodCall;

/**
 * A call and the dialect it came in, which its answer must have.
 */
public record DecodedCall(MethodCall call, Dialect dialect) {}
