package network.constellation.peer.accounts;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.mail.LetterOrder;
import network.constellation.peer.mail.Mail;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.session.Secrets;

/** Somebody cannot sign in: a letter goes to whoever has that name or address, and nobody learns whether it did. */
@Singleton
final class ForgottenPassword {
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final int FROM_ONE_ADDRESS = 10;

    private final Platform platform;
    private final AccountsStore store;
    private final Mail mail;
    private final Clock clock;

    @Inject
    ForgottenPassword(Platform platform, AccountsStore store, Mail mail, Clock clock) {
        this.platform = platform;
        this.store = store;
        this.mail = mail;
        this.clock = clock;
    }

    /** @param wanted user name or e-mail address */
    void ask(String wanted, String address, Locale locale) {
        Instant now = clock.instant();
        if (!mail.configured() || tooMany("reset-address:" + address, FROM_ONE_ADDRESS, Duration.ofHours(1), now)) {
            return;
        }
        for (User user : meant(wanted)) {
            boolean writable = !user.remote()
                    && !user.suspended()
                    && !user.profile().email().isEmpty();
            if (writable && !tooMany("reset:" + Secrets.nameOf(user.username()), 1, PAUSE, now)) {
                send(user, locale);
            }
        }
    }

    /** For an administrator who does it for somebody. */
    void send(User user, Locale locale) {
        mail.order(new LetterOrder(ResetLetter.NAME, user.id(), Map.of(ResetLetter.LANGUAGE, locale.getLanguage())));
    }

    private List<User> meant(String wanted) {
        List<User> found = new ArrayList<>();
        platform.users().findLocal(wanted.strip().toLowerCase(Locale.ROOT)).ifPresent(found::add);
        if (Profile.isEmail(wanted.strip())) {
            platform.users().findLocalByEmail(wanted.strip()).stream()
                    .filter(user -> found.stream().noneMatch(other -> other.id() == user.id()))
                    .forEach(found::add);
        }
        return found;
    }

    /** Counts this one; true when there were {@code most} within the span already. */
    private boolean tooMany(String subject, int most, Duration span, Instant now) {
        Optional<AccountsStore.Attempts> before =
                store.attempts(subject).filter(found -> found.last().plus(span).isAfter(now));
        int count = before.map(AccountsStore.Attempts::failures).orElse(0);
        if (count >= most) {
            return true;
        }
        store.attempts(subject, new AccountsStore.Attempts(count + 1, now, null));
        return false;
    }
}
