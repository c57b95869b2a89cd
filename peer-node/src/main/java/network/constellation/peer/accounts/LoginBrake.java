package network.constellation.peer.accounts;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import network.constellation.peer.accounts.AccountsStore.Attempts;
import network.constellation.peer.web.session.Secrets;

/**
 * Slows down guessing: by account and by address, each further failure doubles the wait. Names that nobody has are
 * counted like any other, so the brake tells nothing about who exists.
 */
@Singleton
final class LoginBrake {
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 20;

    private final AccountsStore store;
    private final AccountsConfig config;
    private final Clock clock;

    @Inject
    LoginBrake(AccountsStore store, AccountsConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** How long nobody looks at a further try; empty when it may be tried now. */
    Optional<Duration> waiting(String username, String address) {
        Instant now = clock.instant();
        Duration longest = longer(left(account(username), now), left(address(address), now));
        return longest.isZero() ? Optional.empty() : Optional.of(longest);
    }

    void failed(String username, String address) {
        Instant now = clock.instant();
        store.forgetAttemptsBefore(now.minus(MEMORY));
        count(account(username), config.accountFailures(), now);
        count(address(address), config.addressFailures(), now);
    }

    void succeeded(String username) {
        store.forgetAttempts(account(username));
    }

    private Duration left(String subject, Instant now) {
        return store.attempts(subject)
                .map(Attempts::until)
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    private void count(String subject, int free, Instant now) {
        int failures = store.attempts(subject)
                        .filter(before -> before.last().plus(MEMORY).isAfter(now))
                        .map(Attempts::failures)
                        .orElse(0)
                + 1;
        Instant until = failures < free ? null : now.plus(wait(failures - free));
        store.attempts(subject, new Attempts(failures, now, until));
    }

    private Duration wait(int doublings) {
        Duration wait = config.shortestWait().multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return wait.compareTo(config.longestWait()) > 0 ? config.longestWait() : wait;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** People sometimes type their password here: what is stored must not tell. */
    private static String account(String username) {
        return "account:" + Secrets.nameOf(username);
    }

    private static String address(String address) {
        return "address:" + address;
    }
}
