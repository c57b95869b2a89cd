package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.peer.web.Visitor;
import network.constellation.peer.web.Visitors;

/** Tells the pages who a session's user is; a suspended or deleted one is nobody. */
@Singleton
final class PlatformVisitors implements Visitors {
    private final Platform platform;

    @Inject
    PlatformVisitors(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Optional<Visitor> find(long userId) {
        return platform.users()
                .find(userId)
                .filter(user -> !user.suspended())
                .map(user -> new Visitor(
                        user.id(),
                        user.username(),
                        user.fullName(),
                        user.profile().field(Profile.LANGUAGE).orElse(null),
                        user.siteAdministrator(),
                        platform.roles().held(user.id(), Scope.site()),
                        user.remote()));
    }
}
