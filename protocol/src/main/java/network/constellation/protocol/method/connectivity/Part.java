package network.constellation.protocol.method.connectivity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is measured of a link, in the order in which it can fail. */
public enum Part {
    /** The host's name has an address that may be called. */
    DNS,
    /** That address takes connections. */
    CONNECT,
    /** The certificate of the door is verified, and good for a while. */
    TLS,
    /** A signed ping is answered. */
    CALL,
    /** The two clocks agree. */
    CLOCK,
    /** Each side has the keys that the other uses. */
    KEYS,
    /** What one publishes the other subscribes. */
    SERVICES,
    /** Both run the same release. */
    VERSION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Part> of(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }
}
