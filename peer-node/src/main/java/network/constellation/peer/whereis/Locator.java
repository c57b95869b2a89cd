package network.constellation.peer.whereis;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserFilter;
import network.constellation.peer.platform.UserList;
import network.constellation.peer.roaming.JumpSession;
import network.constellation.peer.roaming.JumpSessions;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.whereis.AccountFound;
import network.constellation.protocol.method.whereis.PeopleFound;
import network.constellation.protocol.method.whereis.PersonAsked;
import network.constellation.protocol.method.whereis.PlaceOfPerson;
import network.constellation.protocol.method.whereis.WhereisMethods;

/** Finds people of this site, for the hub. Whoever has hidden their place is not found. */
@Singleton
public final class Locator {
    static final String SEARCHED = "whereis.searched";

    private static final int MOST = 50;
    private static final int BAD_QUESTION = 530;

    private final Platform platform;
    private final Sessions sessions;
    private final JumpSessions jumps;
    private final WhereisConfig config;
    private final Audit audit;
    private final Wwwroot self;

    @Inject
    Locator(Platform platform, Sessions sessions, JumpSessions jumps, WhereisConfig config, Audit audit, Wwwroot self) {
        this.platform = platform;
        this.sessions = sessions;
        this.jumps = jumps;
        this.config = config;
        this.audit = audit;
        this.self = self;
    }

    /**
     * Accounts that fit.
     *
     * @throws Fault {@link WhereisMethods#CLOSED} when this site does not answer, 530 for a text that is too short or too
     *     long
     */
    PeopleFound find(CallContext context, PersonAsked asked) {
        if (!config.answer()) {
            audit.record(written(AuditEvent.refused(SEARCHED, actor(asked), "closed"), context, asked));
            throw new Fault(WhereisMethods.CLOSED, "This site does not tell where people are.", "closed");
        }
        String text = asked.text().strip();
        if (text.length() < WhereisMethods.LEAST_LETTERS || text.length() > WhereisMethods.MOST_LETTERS) {
            throw new Fault(BAD_QUESTION, "Search for 2 to 100 letters.", "bad-length");
        }
        int limit = (int) Math.max(1, Math.min(MOST, asked.limit()));
        UserList found = platform.users().list(filter(text, limit));
        List<User> shown = found.users().stream()
                .filter(user -> !user.profile().field(config.hiddenField()).equals(Optional.of("1")))
                .toList();
        long total = found.total() - (found.users().size() - shown.size());
        audit.record(
                written(AuditEvent.done(SEARCHED, actor(asked)).with("found", String.valueOf(total)), context, asked));
        List<JumpSession> abroad = jumps.all();
        return new PeopleFound(shown.stream().map(user -> account(user, abroad)).toList(), total);
    }

    private static UserFilter filter(String text, int limit) {
        UserFilter all = UserFilter.all();
        return new UserFilter(text, all.home(), all.origin(), all.suspended(), all.role(), "name", false, 0, limit);
    }

    private static AuditEvent written(AuditEvent event, CallContext context, PersonAsked asked) {
        return event.peer(context.peer().wwwroot().value())
                .trace(context.traceId())
                .with("text", asked.text().strip());
    }

    /** Who asks is the hub's word: kept short, and marked as being of the hub. */
    private static String actor(PersonAsked asked) {
        String name = asked.searcher().replaceAll("\\p{Cntrl}", "");
        return "hub: " + (name.length() > 100 ? name.substring(0, 100) : name);
    }

    private AccountFound account(User user, List<JumpSession> abroad) {
        List<PlaceOfPerson> places = new ArrayList<>();
        for (Session session : sessions.of(user.id())) {
            places.add(new PlaceOfPerson(self.value(), session.created(), session.lastSeen()));
        }
        for (JumpSession jump : abroad) {
            if (jump.userId() == user.id() && jump.confirmed()) {
                places.add(new PlaceOfPerson(jump.peer().value(), jump.started(), jump.started()));
            }
        }
        return new AccountFound(
                user.username(),
                user.key().home().value(),
                user.fullName(),
                user.suspended(),
                user.lastLogin(),
                places);
    }
}
