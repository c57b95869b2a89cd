package network.constellation.testnetwork.enrolment;

import static network.constellation.testnetwork.enrolment.Schools.elsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.enrolment.CoursesElsewhere.Asker;
import network.constellation.peer.enrolment.EnrolmentException;
import network.constellation.peer.enrolment.OpenCourses;
import network.constellation.peer.enrolment.Opening;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Permission;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Roles;
import network.constellation.peer.platform.User;
import network.constellation.peer.roaming.RoamingTerms;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.enrolment.EnrolmentMethods;
import network.constellation.protocol.method.enrolment.EnrolmentTerms;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two real sites: one has the courses, the other the people. Whatever is refused changes nothing and says why. */
class EnrolmentBetweenSitesTest extends TwoSites {
    @ParameterizedTest
    @CsvSource({"AUTO, CONSTELLATION", "LEGACY, CONSTELLATION", "LEGACY, MOODLE"})
    void aLearnerIsEnrolledAndLeavesInEitherSuite(SuiteChoice suite, Application as) {
        Schools.connect(home, school, suite, as);
        User learner = learner();
        long course = course();
        Schools.open(school, teacher, course, true, 3);
        Optional<EnrolmentTerms> terms = elsewhere(home).refresh(school.wwwroot()).stream()
                .filter(offer -> offer.courseId() == course)
                .findFirst()
                .orElseThrow()
                .terms();
        Asker asker = Asker.administrator("root");
        if (as == Application.CONSTELLATION) {
            assertThat(terms).contains(new EnrolmentTerms(true, List.of("student"), Optional.of(3L)));
            asker = Asker.learner(learner);
        } else {
            assertThat(terms).isEmpty();
            refused("not-by-self", learner, course);
        }
        elsewhere(home).enrol(learner, school.wwwroot(), course, Optional.empty(), asker);
        assertThat(rolesAtSchool(learner, course)).containsExactly("student");
        assertThat(knownAtHome(learner)).containsExactly(course);
        assertThat(elsewhere(home).participants(school.wwwroot(), course))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.username()).isEqualTo(learner.username());
                    assertThat(one.method()).isEqualTo(Enrolment.MNET);
                });
        assertThat(school.audited(line -> line.event().name().equals("enrolment.visitor-enrolled")
                        && line.event().details().get("course").equals(String.valueOf(course))))
                .hasSize(1);
        assertThat(home.audited(line -> line.event().name().equals("enrolment.sent")
                        && line.event().details().get("course").equals(String.valueOf(course))))
                .hasSize(1);

        elsewhere(home).unenrol(learner, school.wwwroot(), course, asker);
        assertThat(rolesAtSchool(learner, course)).isEmpty();
        assertThat(knownAtHome(learner)).isEmpty();
    }

    @Test
    void aRoleIsChosenAmongThosePermittedAndNoOther() {
        User learner = learner();
        long course = course();
        Schools.open(school, teacher, course, true, 0, "teacher");
        elsewhere(home).refresh(school.wwwroot());
        Asker administrator = Asker.administrator("root");
        assertThatThrownBy(() ->
                        elsewhere(home).enrol(learner, school.wwwroot(), course, Optional.of("manager"), administrator))
                .hasMessageContaining("\"manager\" is not given there");
        elsewhere(home).enrol(learner, school.wwwroot(), course, Optional.of("teacher"), administrator);
        assertThat(rolesAtSchool(learner, course)).containsExactly("teacher");
        Value wish = new Value.Struct(java.util.Map.of("role", Value.of("manager"), "byself", Value.of("0")));
        assertThat(fault(EnrolmentMethods.ENROL_USER.name(), who(learner.username()), new Value.Int(course), wish))
                .isEqualTo(5019);
        assertThat(rolesAtSchool(learner, course)).containsExactly("teacher");
    }

    @Test
    void aCourseThatNobodyOpenedIsClosedEvenToWhoKnowsItsNumber() {
        User learner = learner();
        long course = course();
        refused("no-course", learner, course);
        assertThat(fault(EnrolmentMethods.ENROL_USER.name(), who(learner.username()), new Value.Int(course)))
                .isEqualTo(5013);
        assertThat(visitor(learner)).as("no account is left behind").isEmpty();
    }

    @Test
    void aHiddenCourseAndOneOpenedToAnotherSiteAreClosed() {
        User learner = learner();
        long course = course();
        Schools.open(school, teacher, course, true, 0);
        elsewhere(home).refresh(school.wwwroot());
        Platform platform = school.get(Platform.class);
        Course known = platform.courses().find(course).orElseThrow();
        platform.courses()
                .update(
                        course,
                        CourseDraft.of(known.shortname(), known.fullname(), 1).visible(false));
        refused("closed-there", learner, course);
        platform.courses()
                .update(
                        course,
                        CourseDraft.of(known.shortname(), known.fullname(), 1).visible(true));
        OpenCourses open = school.get(OpenCourses.class);
        open.close(teacher.id(), course, Optional.empty());
        TestSite other = school;
        assertThatThrownBy(() -> open.open(
                        teacher.id(),
                        new Opening(
                                course,
                                Optional.of(other.wwwroot()),
                                "student",
                                List.of(),
                                true,
                                0,
                                Instant.EPOCH,
                                "")))
                .hasMessageContaining("is not connected");
        refused("no-course", learner, course);
    }

    @Test
    void aFullCourseTakesNobodyMoreUntilSomebodyLeaves() {
        User first = learner();
        User second = Schools.person(home, "second" + number);
        long course = course();
        Schools.open(school, teacher, course, true, 1);
        enrol(first, course);
        refused("full", second, course);
        assertThat(visitor(second)).isEmpty();
        enrol(first, course);
        elsewhere(home).unenrol(first, school.wwwroot(), course, Asker.learner(first));
        enrol(second, course);
        assertThat(rolesAtSchool(second, course)).containsExactly("student");
    }

    @Test
    void whoMayNotComeByThemselvesIsToldToAskAndCannotPretend() {
        User learner = learner();
        long course = course();
        Schools.open(school, teacher, course, false, 0);
        refused("not-by-self", learner, course);
        Value bySelf = new Value.Struct(java.util.Map.of("role", Value.of(""), "byself", Value.of("1")));
        assertThat(fault(EnrolmentMethods.ENROL_USER.name(), who(learner.username()), new Value.Int(course), bySelf))
                .isEqualTo(5019);
        elsewhere(home).enrol(learner, school.wwwroot(), course, Optional.empty(), Asker.administrator("root"));
        assertThat(rolesAtSchool(learner, course)).containsExactly("student");
    }

    @Test
    void whoIsKeptOutSuspendedOrMayNotTravelIsNotEnrolled() {
        User learner = learner();
        long course = course();
        Schools.open(school, teacher, course, true, 0);
        RoamingTerms terms = school.get(RoamingTerms.class);
        terms.setRule(home.wwwroot(), learner.username(), false, "test");
        refused("not-taken", learner, course);
        terms.removeRule(home.wwwroot(), learner.username(), "test");

        Platform platform = home.get(Platform.class);
        platform.users().suspend(learner.id(), true);
        refused("suspended", platform.users().find(learner.id()).orElseThrow(), course);
        platform.users().suspend(learner.id(), false);

        platform.roles().permit("user", Roles.ROAM, Optional.of(Permission.PREVENT));
        refused("may-not-go", learner, course);
        platform.roles().permit("user", Roles.ROAM, Optional.of(Permission.ALLOW));
        enrol(learner, course);
    }

    @Test
    void withoutAgreementNothingIsAskedAndNothingAnswered() {
        User learner = learner();
        long course = course();
        Schools.open(school, teacher, course, true, 0);
        elsewhere(home).refresh(school.wwwroot());
        Schools.services(school, home, Set.of("sso_idp", "sso_sp"));
        refused("not-agreed", learner, course);
        Schools.services(home, school, Set.of("sso_idp", "sso_sp"));
        refused("not-agreed", learner, course);
        assertThat(elsewhere(home).sites()).isEmpty();
    }

    @Test
    void aSiteThatDoesNotAnswerKeepsWhatItToldBefore() {
        User learner = learner();
        long course = course();
        Schools.open(school, teacher, course, true, 0);
        elsewhere(home).refresh(school.wwwroot());
        TestNetwork.cutOff(school);
        try {
            assertThatThrownBy(() -> elsewhere(home).refresh(school.wwwroot()))
                    .isInstanceOf(EnrolmentException.class)
                    .hasMessageContaining("does not answer");
            assertThat(elsewhere(home).offer(school.wwwroot(), course)).isPresent();
            assertThat(elsewhere(home).asked(school.wwwroot()).orElseThrow().problem())
                    .isNotEmpty();
        } finally {
            school.link().weather(Weather.FAIR);
        }
        enrol(learner, course);
        assertThat(rolesAtSchool(learner, course)).containsExactly("student");
    }

    @Test
    void aVisitorIsSentHomeAndATeacherOpensOnlyTheirOwn() {
        User learner = learner();
        long course = course();
        Schools.open(school, teacher, course, true, 0);
        enrol(learner, course);
        User guest = visitor(learner).orElseThrow();
        assertThatThrownBy(
                        () -> elsewhere(school).enrol(guest, home.wwwroot(), 1, Optional.empty(), Asker.learner(guest)))
                .hasMessageContaining("Enrol from your home site, Site home");
        User stranger = Schools.person(school, "nobody" + number);
        assertThatThrownBy(() -> Schools.open(school, stranger, course, true, 0))
                .hasMessageContaining("not a course that you may open");
        assertThatThrownBy(() -> Schools.open(school, teacher, course, true, 0, "editingteacher"))
                .hasMessageContaining("\"editingteacher\" cannot be given");
    }

    @Test
    void homeSeesWhoWasTakenOutThereAndOtherEnrolmentsStay() {
        User learner = learner();
        long course = course();
        Schools.open(school, teacher, course, true, 0);
        enrol(learner, course);
        User guest = visitor(learner).orElseThrow();
        Platform platform = school.get(Platform.class);
        platform.enrolments()
                .enrol(guest.id(), course, "student", Enrolment.MANUAL, Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> elsewhere(home).unenrol(learner, school.wwwroot(), course, Asker.learner(learner)))
                .isInstanceOfSatisfying(
                        EnrolmentException.class,
                        why -> assertThat(why.reason()).isEqualTo("still-in"));
        assertThat(rolesAtSchool(learner, course)).containsExactly("student");
        assertThat(knownAtHome(learner)).containsExactly(course);

        platform.enrolments().unenrol(guest.id(), course, Enrolment.MANUAL);
        assertThat(elsewhere(home).participants(school.wwwroot(), course)).isEmpty();
        assertThat(knownAtHome(learner)).isEmpty();
    }

    @Test
    void unknownPeopleAndCoursesHaveTheCodesOfTheOriginals() {
        long course = course();
        Schools.open(school, teacher, course, true, 0);
        String enrol = EnrolmentMethods.ENROL_USER.name();
        String unenrol = EnrolmentMethods.UNENROL_USER.name();
        assertThat(fault(enrol, who(""), new Value.Int(course))).isEqualTo(5021);
        assertThat(fault(enrol, who("x"), new Value.Int(999_999))).isEqualTo(5012);
        assertThat(fault(enrol, who("without-a-name"), new Value.Int(course))).isEqualTo(5011);
        assertThat(fault(enrol, who("<script>"), new Value.Int(course))).isEqualTo(5011);
        assertThat(fault(unenrol, Value.of("nobody"), new Value.Int(course))).isEqualTo(5014);
        assertThat(school.audited(line -> line.event().name().equals("enrolment.visitor-refused")))
                .hasSizeGreaterThanOrEqualTo(5);
    }
}
