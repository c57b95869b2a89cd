package network.constellation.peer.accounts;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of administrators on their way to the site that may take over from this one (docs/decisions/0073). Nobody else's
 * accounts travel; of a password only its Argon2id hash.
 */
@Singleton
public final class AdministratorCopies {
    private final Platform platform;
    private final AccountsStore store;
    private final Audit audit;
    private final Wwwroot here;

    @Inject
    AdministratorCopies(Platform platform, AccountsStore store, Audit audit, Wwwroot here) {
        this.platform = platform;
        this.store = store;
        this.audit = audit;
        this.here = here;
    }

    /**
     * One administrator as another site knows them.
     *
     * @param id the number there
     * @param home the address of the site where they sign in
     * @param hash of the password; null for somebody whose home is elsewhere
     */
    public record Copy(
            long id,
            String home,
            String username,
            String auth,
            Map<String, String> profile,
            @Nullable String hash) {
        /** A hash stays out of logs. */
        @Override
        public String toString() {
            return "Copy[" + username + " of " + home + "]";
        }
    }

    /** What became of a copy here. */
    public enum Fate {
        /** The account is here now, with its password. */
        TAKEN,
        /** An administrator of that name was here already: their account and password stay as they are. */
        OWN,
        /** Somebody who is no administrator here has that name: they do not become one by it. */
        NAME_TAKEN
    }

    /** @param id the number here; 0 when the account was not taken */
    public record Adopted(Copy copy, Fate fate, long id) {}

    /** All who can administer this site today. */
    public List<Copy> present() {
        return platform.users().siteAdministrators().stream()
                .filter(user -> !user.suspended())
                .filter(user -> user.remote() || store.password(user.id()).isPresent())
                .map(user -> new Copy(
                        user.id(),
                        user.key().home().value(),
                        user.username(),
                        user.auth(),
                        user.profile().fields(),
                        user.remote() ? null : store.password(user.id()).orElse(null)))
                .sorted(Comparator.comparingLong(Copy::id))
                .toList();
    }

    /** Makes this one an administrator here, if that takes nothing from anybody. Again, it changes nothing. */
    public Adopted adopt(Copy copy, Wwwroot former, String actor) {
        boolean local = copy.home().equals(former.value());
        UserKey key = new UserKey(local ? here : Wwwroot.of(copy.home()), copy.username());
        Optional<User> known = platform.users().find(key);
        if (known.isPresent() && !isSamePerson(known.get(), copy, local)) {
            boolean administers =
                    known.get().siteAdministrator() && !known.get().suspended();
            return new Adopted(
                    copy,
                    administers ? Fate.OWN : Fate.NAME_TAKEN,
                    administers ? known.get().id() : 0);
        }
        if (known.isEmpty() && key.home().equals(here) && copy.hash() == null) {
            // Somebody of this very site whose account is gone here.
            return new Adopted(copy, Fate.NAME_TAKEN, 0);
        }
        User user = known.orElseGet(() -> platform.users().create(key, copy.auth(), new Profile(copy.profile())));
        if (known.isEmpty() && copy.hash() != null) {
            store.password(user.id(), copy.hash());
        }
        if (!user.siteAdministrator()) {
            platform.users().siteAdministrator(user.id(), true);
            audit.record(AuditEvent.done("user.create", actor)
                    .with("user", key.toString())
                    .with("roles", Accounts.ADMIN));
        }
        return new Adopted(copy, Fate.TAKEN, user.id());
    }

    /** Whoever signs in at another site, or here, is the same by home and name; whoever comes with a password, by that. */
    private boolean isSamePerson(User known, Copy copy, boolean local) {
        if (known.suspended()) {
            return false;
        }
        return !local
                || store.password(known.id())
                        .filter(hash -> copy.hash() != null && Digests.equal(bytes(hash), bytes(copy.hash())))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
