package network.constellation.protocol.envelope;

import network.constellation.keys.provider.SignaturePrefix;

/** Which way a modern message goes; in its key, under its signature and in the prefix of the signature. */
enum Direction {
    REQUEST("request", SignaturePrefix.REQUEST),
    ANSWER("answer", SignaturePrefix.ANSWER);

    private final String label;
    private final SignaturePrefix prefix;

    Direction(String label, SignaturePrefix prefix) {
        this.label = label;
        this.prefix = prefix;
    }

    String label() {
        return label;
    }

    SignaturePrefix prefix() {
        return prefix;
    }
}
