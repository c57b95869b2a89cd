package network.constellation.peer.commands;

import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the hub may do here.
 *
 * @param only pattern with {@code *} of the settings ({@code core/*}), plugins ({@code mod/quiz}), roles or tables; empty
 *     for all
 * @param until when it ends by itself; null: when it is withdrawn
 */
public record Grant(
        Wwwroot hub,
        Operation operation,
        String only,
        @Nullable Instant until,
        Instant since,
        String grantedBy) {
    private static final int LONGEST = 200;

    public Grant {
        if (only.length() > LONGEST || !only.matches("[A-Za-z0-9_*:./ -]*")) {
            throw new IllegalArgumentException("\"" + only
                    + "\" is no pattern: letters, digits, the signs _ : . / - and * for anything, such as core/*.");
        }
        if (!only.isEmpty() && !operation.isLimitable()) {
            throw new IllegalArgumentException(operation.label() + " is granted as a whole; leave the pattern out.");
        }
    }

    /** Whether it holds now for this setting, plugin, role or table. */
    boolean permits(String subject, Instant now) {
        return isOpen(now) && (only.isEmpty() || matches(subject));
    }

    public boolean isOpen(Instant now) {
        return until == null || now.isBefore(until);
    }

    private boolean matches(String subject) {
        String pattern =
                Arrays.stream(only.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return subject.matches(pattern);
    }
}
