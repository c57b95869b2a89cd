package network.constellation.testnetwork.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.enrolment.CoursesElsewhere;
import network.constellation.peer.enrolment.OpenCourses;
import network.constellation.peer.enrolment.Opening;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.testnetwork.TestSite;

/** Two sites with enrolment agreed, people and courses, as the tests of this room need them. */
final class Schools {
    static final String PASSWORD = "correct horse battery";
    private static final Set<String> ALL = Set.of("sso_idp", "sso_sp", "mnet_enrol");

    private Schools() {}

    static void connect(TestSite one, TestSite other, SuiteChoice suite, Application as) {
        admit(one, other, suite, as);
        admit(other, one, suite, as);
    }

    private static void admit(TestSite at, TestSite about, SuiteChoice suite, Application as) {
        at.get(Peers.class)
                .admit(
                        about.get(SiteIdentity.class).published(),
                        new PeerTerms(
                                "Site " + about.wwwroot().host().split("\\.")[0],
                                as,
                                suite,
                                AddressRange.parseAll(List.of("127.0.0.0/8")),
                                true),
                        "test",
                        "test");
        services(at, about, ALL);
    }

    static void services(TestSite at, TestSite about, Set<String> both) {
        at.get(Services.class).set(Optional.of(about.wwwroot()), Optional.of(both), Optional.of(both), "test");
    }

    static User person(TestSite site, String username, String... roles) {
        return site.get(Accounts.class)
                .create(
                        new NewAccount(
                                username,
                                Profile.of(username, "Martin", username + "@example.org"),
                                Optional.of(PASSWORD),
                                List.of(roles)),
                        "test");
    }

    /** A course that {@code teacher} teaches. */
    static long course(TestSite site, User teacher, String shortname, String fullname) {
        Platform platform = site.get(Platform.class);
        long course = platform.courses()
                .create(CourseDraft.of(shortname, fullname, 1))
                .id();
        platform.roles().assign(teacher.id(), "editingteacher", Scope.course(course));
        return course;
    }

    static void open(TestSite site, User teacher, long course, boolean selfEnrolment, int places, String... other) {
        site.get(OpenCourses.class)
                .open(
                        teacher.id(),
                        new Opening(
                                course,
                                Optional.empty(),
                                "student",
                                List.of(other),
                                selfEnrolment,
                                places,
                                Instant.EPOCH,
                                ""));
    }

    static CoursesElsewhere elsewhere(TestSite site) {
        return site.get(CoursesElsewhere.class);
    }
}
