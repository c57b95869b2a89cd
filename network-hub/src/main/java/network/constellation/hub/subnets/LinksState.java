package network.constellation.hub.subnets;

import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/**
 * @param confirmed ends that this job has set up or withdrawn so far
 * @param subject the site at or about which it sees to ends; null: all sites
 * @param what was ordered, such as {@code join}; null in jobs of earlier versions
 */
public record LinksState(
        int confirmed, @Nullable String subject, @Nullable String what) {
    static LinksState of(String what, Optional<Wwwroot> subject) {
        return new LinksState(0, subject.map(Wwwroot::value).orElse(null), what);
    }

    Optional<Wwwroot> site() {
        return Optional.ofNullable(subject).map(Wwwroot::of);
    }

    LinksState and(int more) {
        return new LinksState(confirmed + more, subject, what);
    }
}
