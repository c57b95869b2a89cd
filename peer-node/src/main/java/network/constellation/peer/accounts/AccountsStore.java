package network.constellation.peer.accounts;

import com.google.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code account_password}, {@code account_link} and {@code account_attempt}. */
class AccountsStore {
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    AccountsStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Optional<String> password(long userId) {
        return jdbi.withHandle(handle -> handle.createQuery("select hash from account_password where user_id = :id")
                .bind("id", userId)
                .mapTo(String.class)
                .findOne());
    }

    void password(long userId, String hash) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from account_password where user_id = ?", userId);
            handle.execute(
                    "insert into account_password (user_id, hash, changed) values (?, ?, ?)",
                    userId,
                    hash,
                    at(clock.instant()));
        });
    }

    void forget(long userId) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from account_password where user_id = ?", userId);
            handle.execute("delete from account_link where user_id = ?", userId);
        });
    }

    void addLink(OneTimeLinks.Link link, String tokenHash) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from account_link where expires <= ?", at(clock.instant()));
            handle.execute(
                    "insert into account_link (token_hash, purpose, user_id, expires) values (?, ?, ?, ?)",
                    tokenHash,
                    link.purpose().name(),
                    link.userId(),
                    at(link.expires()));
        });
    }

    Optional<OneTimeLinks.Link> link(String tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account_link where token_hash = :hash")
                .bind("hash", tokenHash)
                .map((row, context) -> new OneTimeLinks.Link(
                        OneTimeLinks.Purpose.valueOf(row.getString("purpose")),
                        row.getLong("user_id"),
                        row.getObject("expires", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /** @return false when somebody was faster: each link works once */
    boolean useLink(String tokenHash) {
        return jdbi.withHandle(handle -> handle.execute("delete from account_link where token_hash = ?", tokenHash))
                == 1;
    }

    void forgetLinksOf(long userId) {
        jdbi.useHandle(handle -> handle.execute("delete from account_link where user_id = ?", userId));
    }

    void forgetLinks(OneTimeLinks.Purpose purpose) {
        jdbi.useHandle(handle -> handle.execute("delete from account_link where purpose = ?", purpose.name()));
    }

    /**
     * How often somebody failed.
     *
     * @param until no further try is looked at before this
     */
    record Attempts(int failures, Instant last, @Nullable Instant until) {}

    Optional<Attempts> attempts(String subject) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account_attempt where subject = :subject")
                .bind("subject", subject)
                .map((row, context) -> {
                    @Nullable OffsetDateTime until = row.getObject("blocked_until", OffsetDateTime.class);
                    return new Attempts(
                            row.getInt("failures"),
                            row.getObject("last_failure", OffsetDateTime.class).toInstant(),
                            until == null ? null : until.toInstant());
                })
                .findOne());
    }

    void attempts(String subject, Attempts attempts) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from account_attempt where subject = ?", subject);
            handle.execute(
                    "insert into account_attempt (subject, failures, last_failure, blocked_until) values (?, ?, ?, ?)",
                    subject,
                    attempts.failures(),
                    at(attempts.last()),
                    attempts.until() == null ? null : at(attempts.until()));
        });
    }

    void forgetAttempts(String subject) {
        jdbi.useHandle(handle -> handle.execute("delete from account_attempt where subject = ?", subject));
    }

    void forgetAttemptsBefore(Instant instant) {
        jdbi.useHandle(handle -> handle.execute("delete from account_attempt where last_failure < ?", at(instant)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
