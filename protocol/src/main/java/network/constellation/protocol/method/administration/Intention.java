package network.constellation.protocol.method.administration;

import java.util.List;

/**
 * What a hub is about to order, asked before it plans.
 *
 * @param operation such as {@code config-set}
 * @param subjects the settings, plugins or roles it is about, such as {@code core/lang}; none for the site as a whole
 * @param writes whether it changes anything
 * @param bytes of all texts that it sends, as far as they are known
 */
public record Intention(String operation, List<String> subjects, boolean writes, long bytes) {
    public Intention {
        subjects = List.copyOf(subjects);
    }
}
