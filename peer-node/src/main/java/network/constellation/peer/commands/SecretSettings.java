package network.constellation.peer.commands;

import java.util.List;
import java.util.Locale;

/** Settings that never leave the site and are never set from outside, whatever is granted: told by their names. */
final class SecretSettings {
    private static final List<String> WORDS =
            List.of("pass", "pwd", "secret", "token", "apikey", "private", "credential", "salt", "auth_data");

    private SecretSettings() {}

    static boolean isSecret(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith("key") || WORDS.stream().anyMatch(small::contains);
    }

    /** @throws CommandRefused for a name that is none, a pattern, or secret */
    static void check(String component, String name) {
        if (!component.matches("[a-z][a-z0-9_]{0,99}") || !name.matches("[A-Za-z0-9_:./-]{1,100}")) {
            throw new CommandRefused(
                    CommandRefused.DATA,
                    "setting-name",
                    "A setting is named exactly: letters, digits and _ : . / -, with no sign that stands for others.");
        }
        if (isSecret(name)) {
            throw new CommandRefused(
                    CommandRefused.DATA,
                    "secret-setting",
                    "The setting " + name + " is secret and stays at this site.");
        }
    }
}
