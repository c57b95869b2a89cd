package network.constellation.protocol.envelope;

import network.constellation.keys.suite.HpkeContext;

/**
 * One window: what both ends agree on, its secret, and what every message of it needs, worked out once. Immutable and
 * safe for any number of threads.
 */
final class ModernWindow {
    private final ModernContext context;
    private final HpkeContext secret;
    private final byte[] contextHash;
    private final byte[] requestHead;
    private final byte[] answerHead;

    ModernWindow(ModernContext context, HpkeContext secret) {
        this.context = context;
        this.secret = secret;
        this.contextHash = context.hash();
        this.requestHead = HeaderCodec.head(context, Direction.REQUEST);
        this.answerHead = HeaderCodec.head(context, Direction.ANSWER);
    }

    ModernContext context() {
        return context;
    }

    HpkeContext secret() {
        return secret;
    }

    /** How every signed header of this direction begins; not to be changed. */
    byte[] head(Direction direction) {
        return direction == Direction.REQUEST ? requestHead : answerHead;
    }

    /**
     * Key, then nonce of one message.
     *
     * @param requestId empty for a request, the id of the request for its answer
     */
    byte[] messageKey(Direction direction, byte[] requestId, byte[] salt) {
        return ModernContext.messageKey(secret, contextHash, direction, requestId, salt);
    }
}
