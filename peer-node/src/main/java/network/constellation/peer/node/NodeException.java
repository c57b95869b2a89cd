package network.constellation.peer.node;

import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import network.constellation.peer.config.ConfigException;

/** The node cannot start; the message is the sentence that an administrator reads. */
public final class NodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NodeException(String sentence) {
        super(sentence, null, false, false);
    }

    /** The sentence that a room wrote, out of the wrappings that the injector put around it. */
    static RuntimeException unwrap(RuntimeException failed) {
        if (failed instanceof ProvisionException || failed instanceof CreationException) {
            for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof ConfigException config) {
                    return config;
                } else if (cause instanceof NodeException node) {
                    return node;
                }
            }
        }
        return failed;
    }
}
