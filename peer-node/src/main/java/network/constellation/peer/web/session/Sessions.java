package network.constellation.peer.web.session;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.provider.CryptoEngine;

/**
 * The signed-in browsers of this tenant. A session is always new at sign-in and at landing, so an identifier set
 * beforehand by somebody else is worth nothing; only hashes are stored. Thread-safe.
 */
@Singleton
public final class Sessions {
    /** "Last seen" is written at most this often, so that reading a page does not cost a write. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private static final int SECRET_BYTES = 32;

    private final SessionsStore store;
    private final SessionConfig config;
    private final Clock clock;
    private final CryptoEngine crypto;
    private final Set<SessionEnding> listeners;

    @Inject
    Sessions(
            SessionsStore store, SessionConfig config, Clock clock, CryptoEngine crypto, Set<SessionEnding> listeners) {
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.crypto = crypto;
        this.listeners = Set.copyOf(listeners);
    }

    /** A new session; give it to {@code WebResponse.starting} so that the browser gets it. */
    public StartedSession start(long userId, Origin origin, Map<String, String> attributes) {
        byte[] bytes = crypto.randomBytes(SECRET_BYTES);
        String secret = HexFormat.of().formatHex(bytes);
        Instant now = clock.instant();
        Session session =
                new Session(Secrets.nameOf(secret), userId, origin, now, now, now.plus(config.life()), attributes);
        store.insert(session);
        return new StartedSession(session, secret);
    }

    /** The live session of a cookie's secret; counts as being used. */
    public Optional<Session> find(String secret) {
        if (secret.length() != 2 * SECRET_BYTES) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Session> found = store.find(Secrets.nameOf(secret)).filter(session -> isLive(session, now));
        found.filter(session -> session.lastSeen().plus(TOUCH).isBefore(now))
                .ifPresent(session -> store.touch(session.id(), now));
        return found;
    }

    public Optional<Session> byId(String id) {
        Instant now = clock.instant();
        return store.find(id).filter(session -> isLive(session, now));
    }

    public List<Session> of(long userId) {
        Instant now = clock.instant();
        return store.ofUser(userId).stream()
                .filter(session -> isLive(session, now))
                .toList();
    }

    /** Users with a page opened since {@code since}: what {@code keepalive_server} reports. */
    public List<Session> activeSince(Instant since) {
        Instant now = clock.instant();
        return store.seenSince(since).stream()
                .filter(session -> isLive(session, now))
                .toList();
    }

    public void attribute(String id, String name, String value) {
        store.attribute(id, name, value);
    }

    /** Marks a session as being used now, as a {@code keepalive} from another site does. */
    public void touch(String id) {
        store.touch(id, clock.instant());
    }

    /** Signing out: tells the listeners, then ends. */
    public void signOut(Session session) {
        listeners.forEach(listener -> listener.ending(session));
        end(session.id());
    }

    /** Ends without telling anybody: the order came from there. */
    public void end(String id) {
        store.delete(id);
    }

    /** @return how many ended */
    public int endAllOf(long userId) {
        return store.deleteOfUser(userId);
    }

    /** After a change of password everybody else is out. */
    public int endOthersOf(long userId, String keepId) {
        return store.deleteOthersOfUser(userId, keepId);
    }

    /** Removes what is over; called by a periodic task. */
    public int sweep() {
        Instant now = clock.instant();
        return store.deleteOver(now, now.minus(config.idle()));
    }

    private boolean isLive(Session session, Instant now) {
        return now.isBefore(session.expires())
                && now.isBefore(session.lastSeen().plus(config.idle()));
    }
}
