package network.constellation.peer.accounts;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import network.constellation.keys.password.PasswordHasher;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;

/** Checks name and password of a local account, in the same time and with the same answer whoever is named. */
@Singleton
public final class SignIn {
    private final Platform platform;
    private final AccountsStore store;
    private final PasswordHasher hasher;
    private final LoginBrake brake;
    private final Audit audit;
    private final Usage usage;

    @Inject
    SignIn(Platform platform, AccountsStore store, PasswordHasher hasher, LoginBrake brake, Audit audit, Usage usage) {
        this.platform = platform;
        this.store = store;
        this.hasher = hasher;
        this.brake = brake;
        this.audit = audit;
        this.usage = usage;
    }

    /** What came of a try. */
    public sealed interface Outcome {
        record Welcome(User user) implements Outcome {}

        /** Unknown, wrong, suspended, from another site: one answer. */
        record Refused() implements Outcome {}

        /** Too many failures; the password was not looked at. */
        record Wait(Duration left) implements Outcome {}
    }

    /** @param address where the try comes from, for the brake */
    public Outcome attempt(String username, String password, String address) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        Optional<Duration> waiting = brake.waiting(name, address);
        if (waiting.isPresent()) {
            return new Outcome.Wait(waiting.get());
        }
        Optional<User> user = platform.users().findLocal(name).filter(found -> !found.remote());
        Optional<String> stored = user.flatMap(found -> store.password(found.id()));
        boolean right = stored.isPresent() ? hasher.matches(stored.get(), password) : hasher.matchesNobody(password);
        if (!right || user.isEmpty() || user.get().suspended()) {
            brake.failed(name, address);
            user.ifPresentOrElse(
                    known -> audit.recordSoon(
                            AuditEvent.refused("user.login", known.username(), right ? "suspended" : "wrong password")
                                    .with("address", address)),
                    () -> audit.countStranger("user.login", "unknown user", address));
            return new Outcome.Refused();
        }
        brake.succeeded(name);
        if (hasher.isOutdated(stored.get())) {
            store.password(user.get().id(), hasher.hash(password));
        }
        platform.users().loggedIn(user.get().id());
        audit.record(AuditEvent.done("user.login", user.get().username()).with("address", address));
        usage.record(UsageEvent.of(UsageKind.LOGIN).by(user.get().id()));
        return new Outcome.Welcome(user.get());
    }
}
