package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.courses.ShelfOrder.Asker;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.protocol.method.courses.CallingUser;

/** Between accounts of this site and the people that orders name. */
@Singleton
final class Askers {
    /** In calls, for the site's administrator at the command line where no account is one. */
    private static final String ADMINISTRATOR = "admin";

    private final Platform platform;
    private final Wwwroot self;

    @Inject
    Askers(Platform platform, Wwwroot self) {
        this.platform = platform;
        this.self = self;
    }

    static Asker of(Optional<User> user) {
        return user.map(known -> new Asker(known.username(), known.key().home().value()))
                .orElseGet(Asker::nobody);
    }

    /** The account here; empty for nobody's, and for one that may not do anything any more. */
    Optional<User> account(Asker asker) {
        if (asker.isNobody()) {
            return Optional.empty();
        }
        return platform.users()
                .find(new UserKey(Wwwroot.of(asker.home()), asker.username()))
                .filter(user -> !user.suspended());
    }

    /** As this site speaks for the person to others. */
    CallingUser speaking(Asker asker, Wwwroot site) {
        if (!asker.isNobody()) {
            return new CallingUser(asker.username(), asker.home(), site.value());
        }
        String name = platform.users().siteAdministrators().stream()
                .findFirst()
                .map(User::username)
                .orElse(ADMINISTRATOR);
        return new CallingUser(name, self.value(), site.value());
    }
}
