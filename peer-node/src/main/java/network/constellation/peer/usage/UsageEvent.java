package network.constellation.peer.usage;

import java.util.Optional;
import java.util.OptionalLong;
import network.constellation.keys.address.Wwwroot;

/**
 * Something that happened here. It has no text: people and courses are numbers of this site.
 *
 * @param user number of the account, of our own or of a visitor
 * @param peer the other site, where one is concerned
 */
public record UsageEvent(UsageKind kind, OptionalLong user, OptionalLong course, Optional<Wwwroot> peer) {

    public static UsageEvent of(UsageKind kind) {
        return new UsageEvent(kind, OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    public UsageEvent by(long userId) {
        return new UsageEvent(kind, OptionalLong.of(userId), course, peer);
    }

    public UsageEvent in(long courseId) {
        return new UsageEvent(kind, user, OptionalLong.of(courseId), peer);
    }

    public UsageEvent with(Wwwroot site) {
        return new UsageEvent(kind, user, course, Optional.of(site));
    }
}
