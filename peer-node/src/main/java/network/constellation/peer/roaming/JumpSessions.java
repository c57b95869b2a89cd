package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.roaming.TokenCheck;

/**
 * As identity provider: who of ours is on the way to, or at, another site. A token is issued to one site and one browser,
 * lives for seconds and is used up by the first question that knows it (mnet-wire.md 11.1 and 12). Thread-safe.
 */
@Singleton
public final class JumpSessions {
    private final JumpStore store;
    private final Tokens tokens;
    private final RoamingConfig config;
    private final Clock clock;

    @Inject
    JumpSessions(JumpStore store, Tokens tokens, RoamingConfig config, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /** @param ownKind whether the site is a node like this one, which gets the longer token */
    String start(long userId, String username, Wwwroot peer, boolean ownKind, String userAgentHash, String sessionId) {
        Instant now = clock.instant();
        String token = tokens.make(ownKind);
        store.save(
                new JumpSession(
                        userId,
                        username,
                        peer,
                        userAgentHash,
                        now.plus(config.tokenLife()),
                        false,
                        now,
                        now.plus(config.sessionLife()),
                        sessionId),
                Tokens.hash(token));
        return token;
    }

    /**
     * The user who holds the token, once.
     *
     * @throws Fault 1 when this site and this browser have no such token (never had, or have used it), 2 when it came too
     *     late
     */
    JumpSession authorise(Wwwroot peer, TokenCheck check) {
        byte[] presented = Tokens.hash(check.token());
        JumpStore.Row found = null;
        for (JumpStore.Row row : store.atPeer(peer, check.userAgentHash())) {
            if (row.tokenHash() != null && Digests.equal(row.tokenHash(), presented)) {
                found = row;
            }
        }
        if (found == null) {
            throw noSession("no-token");
        }
        Instant now = clock.instant();
        if (now.isAfter(found.session().confirmUntil())) {
            throw new Fault(2, "Authorisation failed: the mnet session has timed out.", "token-expired");
        }
        if (!store.consume(found.session(), presented, now, now.plus(config.sessionLife()))) {
            throw noSession("token-used");
        }
        return found.session();
    }

    static Fault noSession(String reason) {
        return new Fault(1, "Authorisation failed: the mnet session does not exist.", reason);
    }

    static Fault wrongUser(String reason) {
        return new Fault(3, "Authorisation failed: the user does not match.", reason);
    }

    /** The sessions of one user in one browser, at all sites. */
    List<JumpSession> of(String username, String userAgentHash) {
        return store.ofUsername(username, userAgentHash);
    }

    /** The session of one user of ours at a site, if there is one; the newest of several browsers. */
    public Optional<JumpSession> at(Wwwroot peer, String username) {
        return store.ofUsernameAt(peer, username).stream()
                .reduce((one, other) -> one.started().isAfter(other.started()) ? one : other);
    }

    List<JumpSession> ofSession(String sessionId) {
        return store.ofSession(sessionId);
    }

    /** Everyone of ours who is abroad, newest first. */
    public List<JumpSession> all() {
        return store.all();
    }

    /** The site says that the user is active there. */
    void keepAlive(Wwwroot peer, String username) {
        store.extend(peer, username, clock.instant().plus(config.sessionLife()));
    }

    /** @return whether it was still there */
    boolean end(JumpSession session) {
        return store.delete(session);
    }

    int forgetOver() {
        return store.deleteOver(clock.instant());
    }

    /** When this user was last at which site. */
    Map<Wwwroot, Instant> visits(long userId) {
        return store.visits(userId);
    }
}
