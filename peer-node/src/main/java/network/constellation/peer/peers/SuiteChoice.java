package network.constellation.peer.peers;

import java.util.Locale;
import java.util.Optional;

/** Which suite an administrator wants for a peer; {@link #AUTO} is the best both ends have shown, never less again. */
public enum SuiteChoice {
    AUTO,
    LEGACY,
    MODERN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SuiteChoice> ofLabel(String label) {
        for (SuiteChoice choice : values()) {
            if (choice.label().equals(label)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
