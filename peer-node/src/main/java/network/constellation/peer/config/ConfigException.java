package network.constellation.peer.config;

/** A setting that cannot be used; the message is the one sentence an administrator reads. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String sentence) {
        super(sentence, null, false, false);
    }
}
