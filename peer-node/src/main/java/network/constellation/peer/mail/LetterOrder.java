package network.constellation.peer.mail;

import java.util.Map;
import java.util.TreeMap;

/**
 * That a letter shall be sent; stored until it is.
 *
 * @param letter name of a {@link LetterWriter}
 * @param userId who gets it
 * @param arguments what the writer needs besides; never a secret
 */
public record LetterOrder(String letter, long userId, Map<String, String> arguments) {
    public LetterOrder {
        arguments = java.util.Collections.unmodifiableMap(new TreeMap<>(arguments));
    }
}
