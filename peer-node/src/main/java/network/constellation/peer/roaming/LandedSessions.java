package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.roaming.HostCourses;

/** As service provider: who is here from which site (mnet-wire.md 11.1, step 8). Thread-safe. */
@Singleton
public final class LandedSessions {
    private static final int MOST_HOSTS = 200;
    private static final int LONGEST = 255;

    private final LandedStore store;
    private final RoamingConfig config;
    private final Clock clock;

    @Inject
    LandedSessions(LandedStore store, RoamingConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    LandedSession begin(
            String sessionId,
            long userId,
            String username,
            Wwwroot home,
            String userAgentHash,
            List<HostCourses> hosts) {
        Instant now = clock.instant();
        LandedSession session = new LandedSession(
                sessionId, userId, username, home, userAgentHash, now, now.plus(config.sessionLife()));
        store.insert(session, sane(hosts));
        return session;
    }

    /** Sites are a stranger's list: only addresses of sites, once each, texts of sane length. */
    private static List<HostCourses> sane(List<HostCourses> hosts) {
        List<HostCourses> kept = new ArrayList<>();
        for (HostCourses host : hosts) {
            boolean fits = kept.size() < MOST_HOSTS
                    && host.url().length() <= LONGEST
                    && kept.stream().noneMatch(other -> other.url().equals(host.url()))
                    && isSite(host.url());
            if (fits) {
                kept.add(new HostCourses(
                        ProfileFields.clean(host.name(), LONGEST), host.url(), Math.max(0, host.count())));
            }
        }
        return kept;
    }

    private static boolean isSite(String url) {
        try {
            return Wwwroot.of(url).value().equals(url);
        } catch (IllegalArgumentException noSite) {
            return false;
        }
    }

    /** The landing behind a session of this site; empty for a local sign-in. */
    public Optional<LandedSession> find(String sessionId) {
        return store.find(sessionId);
    }

    List<LandedSession> of(Wwwroot home, String username, String userAgentHash) {
        return store.ofUser(home, username, userAgentHash);
    }

    /** Everyone who is here from elsewhere, newest first. */
    public List<LandedSession> all() {
        return store.all();
    }

    /** The sites where this visitor has courses, as the home told at the last landing. */
    List<HostCourses> hosts(long userId) {
        return store.hosts(userId);
    }

    /** @return whether it was still there */
    boolean end(LandedSession session) {
        return store.delete(session.sessionId());
    }

    boolean isOver(LandedSession session) {
        return !clock.instant().isBefore(session.expires());
    }
}
