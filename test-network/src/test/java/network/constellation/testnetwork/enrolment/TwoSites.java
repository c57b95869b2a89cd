package network.constellation.testnetwork.enrolment;

import static network.constellation.testnetwork.enrolment.Schools.elsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.enrolment.CoursesElsewhere.Asker;
import network.constellation.peer.enrolment.EnrolmentException;
import network.constellation.peer.enrolment.Offer;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.peer.roaming.EnrolledCourse;
import network.constellation.peer.roaming.RemoteCourses;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.Value;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two real sites, one with the courses and one with the people, and what the tests ask of both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoSites {
    TestNetwork network;
    TestSite home;
    TestSite school;
    User teacher;
    int number;

    @BeforeAll
    void start(@TempDir Path folder) {
        network = TestNetwork.withoutHub(folder);
        home = network.site("home");
        school = network.site("school");
        teacher = Schools.person(school, "curie");
    }

    @AfterAll
    void stop() {
        network.close();
    }

    @BeforeEach
    void agreed() {
        Schools.connect(home, school, SuiteChoice.AUTO, Application.CONSTELLATION);
        number++;
    }

    User learner() {
        return Schools.person(home, "learner" + number);
    }

    long course() {
        return Schools.course(school, teacher, "c" + number, "Course " + number);
    }

    Set<String> rolesAtSchool(User learner, long course) {
        return visitor(learner)
                .map(user -> school.get(Platform.class).roles().held(user.id(), Scope.course(course)))
                .orElse(Set.of());
    }

    Optional<User> visitor(User learner) {
        return school.get(Platform.class).users().find(new UserKey(home.wwwroot(), learner.username()));
    }

    List<Long> knownAtHome(User learner) {
        return home.get(RemoteCourses.class).of(learner.id()).stream()
                .map(EnrolledCourse::courseId)
                .toList();
    }

    Offer enrol(User learner, long course) {
        return elsewhere(home).enrol(learner, school.wwwroot(), course, Optional.empty(), Asker.learner(learner));
    }

    void refused(String reason, User learner, long course) {
        assertThatThrownBy(() -> enrol(learner, course))
                .isInstanceOfSatisfying(
                        EnrolmentException.class,
                        why -> assertThat(why.reason()).isEqualTo(reason));
        assertThat(rolesAtSchool(learner, course)).isEmpty();
        assertThat(knownAtHome(learner)).isEmpty();
        assertThat(home.audited(line -> line.event().name().equals("enrolment.sending-refused")
                        && line.event().details().get("username").equals(learner.username())))
                .isNotEmpty();
    }

    int fault(String method, Value... arguments) {
        try {
            home.get(PeerClient.class).rawCall(home.peer(school).orElseThrow(), method, List.of(arguments));
            return 0;
        } catch (Fault fault) {
            return fault.code();
        }
    }

    static Value who(String username) {
        return new Value.Struct(java.util.Map.of("username", Value.of(username)));
    }
}
