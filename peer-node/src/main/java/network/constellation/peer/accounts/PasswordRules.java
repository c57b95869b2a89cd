package network.constellation.peer.accounts;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import network.constellation.peer.platform.Profile;

/** Which passwords are good enough: long, not the person's own data, none of those that everybody tries first. */
@Singleton
final class PasswordRules {
    private static final int LONGEST = 200;
    private static final List<String> WORN = List.of(
            "password",
            "passw0rd",
            "motdepasse",
            "azertyuiop",
            "qwertyuiop",
            "qwertzuiop",
            "administrator",
            "administrateur",
            "constellation",
            "letmein",
            "welcome",
            "bienvenue",
            "moodle",
            "1234567890");

    private final AccountsConfig config;

    @Inject
    PasswordRules(AccountsConfig config) {
        this.config = config;
    }

    int length() {
        return config.passwordLength();
    }

    /** @throws AccountProblem naming the first rule that is broken */
    void check(String field, String password, String username, Profile profile) {
        problem(field, password, username, profile).ifPresent(problem -> {
            throw problem;
        });
    }

    /** The first rule that is broken. */
    Optional<AccountProblem> problem(String field, String password, String username, Profile profile) {
        int length = password.codePointCount(0, password.length());
        if (length < config.passwordLength()) {
            return Optional.of(AccountProblem.of(field, "password.short", config.passwordLength()));
        }
        if (length > LONGEST) {
            return Optional.of(AccountProblem.of(field, "password.long", LONGEST));
        }
        if (password.chars().distinct().count() < 4) {
            return Optional.of(AccountProblem.of(field, "password.plain"));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        boolean own = Stream.of(username, profile.email(), profile.firstName() + profile.lastName())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.length() >= 4
                        && (lower.equals(text)
                                || lower.replaceAll("[0-9!.]+$", "").equals(text)));
        if (own) {
            return Optional.of(AccountProblem.of(field, "password.own"));
        }
        if (WORN.stream().anyMatch(worn -> lower.replaceAll("[^a-z]+$", "").equals(worn) || lower.equals(worn))) {
            return Optional.of(AccountProblem.of(field, "password.worn"));
        }
        return Optional.empty();
    }
}
