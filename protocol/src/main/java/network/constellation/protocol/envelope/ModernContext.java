package network.constellation.protocol.envelope;

import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.suite.HpkeContext;

/**
 * What both ends of a window agree on, and nobody else can (protocol-security.md 1.2): goes into every key and under
 * every signature of the window.
 *
 * @param caller who opened the window
 * @param callee to whose recipient key it was opened
 * @param encapsulated the encapsulated key, 32 bytes
 * @param facts of the window
 */
record ModernContext(Wwwroot caller, Wwwroot callee, WindowFacts facts, byte[] encapsulated) {
    static final String SUITE = "hpke-base-x25519-hkdf-sha256-export+aes-256-gcm+ed25519";

    private static final String INFO_PREFIX = "constellation:modern:1";
    private static final String CONTEXT_PREFIX = "constellation:context:1";
    private static final String KEY_PREFIX = "constellation:message-key:1";
    static final int SALT_LENGTH = 32;
    static final int KEY_LENGTH = 32;
    static final int NONCE_LENGTH = 12;

    /** The {@code info} of HPKE: everything but the encapsulated key, which HPKE binds by itself. */
    static byte[] info(Wwwroot caller, Wwwroot callee, WindowFacts facts) {
        return new FieldWriter(INFO_PREFIX)
                .add(SUITE)
                .add(facts.network())
                .add(caller.value())
                .add(callee.value())
                .add(facts.senderFingerprint())
                .add(facts.recipientFingerprint())
                .add(facts.recipientKey())
                .bytes();
    }

    /** 32 bytes that stand for the whole context; also the name of the window in caches. */
    byte[] hash() {
        return Digests.sha256(new FieldWriter(CONTEXT_PREFIX)
                .add(info(caller, callee, facts))
                .add(encapsulated)
                .bytes());
    }

    /**
     * Key and nonce of one message.
     *
     * @param requestId empty for a request, the id of the request for its answer
     */
    static byte[] messageKey(
            HpkeContext window, byte[] contextHash, Direction direction, byte[] requestId, byte[] salt) {
        byte[] exporterContext = new FieldWriter(KEY_PREFIX)
                .add(direction.label())
                .add(contextHash)
                .add(requestId)
                .add(salt)
                .bytes();
        return window.export(exporterContext, KEY_LENGTH + NONCE_LENGTH);
    }
}
