package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.text.PlainText;
import network.constellation.protocol.method.roaming.RoamingMethods;
import network.constellation.protocol.method.roaming.RoamingUser;

/** The accounts here of people whose home is elsewhere: known by home and name there, made of what the home tells. */
@Singleton
public final class VisitorAccounts {
    private final People people;
    private final RoamingTerms terms;
    private final RoamingUsers users;
    private final Services services;
    private final Jobs jobs;
    private final ReportCoursesJob courses;
    private final Audit audit;

    @Inject
    VisitorAccounts(
            People people,
            RoamingTerms terms,
            RoamingUsers users,
            Services services,
            Jobs jobs,
            ReportCoursesJob courses,
            Audit audit) {
        this.people = people;
        this.terms = terms;
        this.users = users;
        this.services = services;
        this.jobs = jobs;
        this.courses = courses;
        this.audit = audit;
    }

    /** @throws network.constellation.peer.platform.PlatformException for a name that no account can have */
    public Optional<User> find(Wwwroot home, String username) {
        return people.visitor(home, username);
    }

    /** Why somebody of this home may not be here, known already or not; empty when nothing stands against it. */
    public Optional<Refusal> refusal(Wwwroot home, String username) {
        if (!terms.mayLand(home, username)) {
            return Optional.of(Refusal.DENIED);
        }
        return find(home, username).filter(User::suspended).map(known -> Refusal.ACCOUNT_SUSPENDED);
    }

    /**
     * Makes the account of somebody who was never here, with the fields that this site takes over.
     *
     * @throws network.constellation.peer.platform.PlatformException for what no account can have
     */
    public User create(Wwwroot home, RoamingUser told) {
        User user = people.create(home, told.username(), profile(told));
        audit.record(
                AuditEvent.done(RoamingEvents.ACCOUNT_CREATED, told.username()).peer(home.value()));
        return user;
    }

    /** Whether the home told all that an account needs. */
    public static boolean isComplete(RoamingUser told) {
        return !told.firstname().isBlank()
                && !told.lastname().isBlank()
                && !told.email().isBlank();
    }

    User update(User known, RoamingUser told) {
        return people.update(known, profile(told));
    }

    private Map<String, String> profile(RoamingUser told) {
        Map<String, String> profile = new LinkedHashMap<>(ProfileFields.only(terms.imported(), told.profile()));
        profile.put(Profile.FIRST_NAME, PlainText.clean(told.firstname(), 100));
        profile.put(Profile.LAST_NAME, PlainText.clean(told.lastname(), 100));
        profile.put(Profile.EMAIL, PlainText.clean(told.email(), 254));
        return profile;
    }

    /** What this site tells of one of its own people to another site: the agreed fields and nothing else. */
    public RoamingUser tell(User own, Wwwroot peer) {
        return users.tell(own, peer);
    }

    /** Has the home of a visitor told, soon, in which courses here the visitor is now. */
    public void reportCourses(User visitor) {
        Wwwroot home = visitor.key().home();
        if (services.table().subscribes(home, RoamingMethods.SSO_IDP)) {
            jobs.start(courses, new ReportCoursesJob.Report(visitor.id(), home.value(), visitor.username()));
        }
    }
}
