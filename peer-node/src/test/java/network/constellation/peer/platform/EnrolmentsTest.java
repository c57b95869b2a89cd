package network.constellation.peer.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentsTest {
    @TempDir
    Path data;

    @EachDatabase
    void anEnrolmentGivesItsRoleWhileItLastsAndLeavesOthersAlone(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            Platform platform = site.get(Platform.class);
            Enrolments enrolments = platform.enrolments();
            long user = user(site, "amina");
            long course = platform.courses()
                    .create(CourseDraft.of("alg", "Algebra", 1))
                    .id();
            Scope scope = Scope.course(course);

            Enrolment first = enrolments.enrol(user, course, "student", Enrolment.MNET, none(), none());
            assertThat(platform.roles().held(user, scope)).containsExactly("student");
            assertThat(enrolments.of(user)).containsExactly(first);
            assertThat(enrolments.in(course)).containsExactly(first);

            enrolments.enrol(user, course, "student", Enrolment.MANUAL, none(), none());
            assertThat(enrolments.unenrol(user, course, Enrolment.MNET)).isTrue();
            assertThat(platform.roles().held(user, scope)).containsExactly("student");
            enrolments.enrol(user, course, "teacher", Enrolment.MANUAL, none(), none());
            assertThat(platform.roles().held(user, scope)).containsExactly("teacher");

            platform.roles().assign(user, "manager", scope);
            enrolments.unenrol(user, course, Enrolment.MANUAL);
            assertThat(platform.roles().held(user, scope)).containsExactly("manager");
            assertThat(enrolments.unenrol(user, course, Enrolment.MANUAL)).isFalse();

            enrolments.enrol(user, course, "student", Enrolment.MNET, none(), none());
            platform.users().delete(user);
            assertThat(enrolments.in(course)).isEmpty();
        }
    }

    @EachDatabase
    void anEnrolmentHoldsFromItsStartToItsEnd(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            Platform platform = site.get(Platform.class);
            Enrolments enrolments = platform.enrolments();
            long user = user(site, "amina");
            long course = platform.courses()
                    .create(CourseDraft.of("alg", "Algebra", 1))
                    .id();
            Instant now = site.clock().instant();
            Instant start = now.plus(Duration.ofHours(1));
            Enrolment enrolment = enrolments.enrol(
                    user,
                    course,
                    "student",
                    Enrolment.MANUAL,
                    Optional.of(start),
                    Optional.of(start.plus(Duration.ofHours(1))));
            assertThat(enrolment.activeAt(now)).isFalse();
            assertThat(platform.roles().held(user, Scope.course(course))).isEmpty();
            assertThat(enrolments.settle()).isZero();

            site.clock().advance(Duration.ofHours(1));
            assertThat(enrolments.settle()).isOne();
            assertThat(platform.roles().held(user, Scope.course(course))).containsExactly("student");

            site.clock().advance(Duration.ofHours(1));
            assertThat(enrolments.settle()).isOne();
            assertThat(enrolments.settle()).isZero();
            assertThat(platform.roles().held(user, Scope.course(course))).isEmpty();
            assertThat(enrolments.find(user, course, Enrolment.MANUAL)).isPresent();
        }
    }

    @EachDatabase
    void aFullCourseTakesNobodyMoreAndNonsenseChangesNothing(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            Platform platform = site.get(Platform.class);
            Enrolments enrolments = platform.enrolments();
            long course = platform.courses()
                    .create(CourseDraft.of("alg", "Algebra", 1))
                    .id();
            long first = user(site, "amina");
            long second = user(site, "bela");
            assertThat(enrolments.enrolWithin(1, first, course, "student", Enrolment.MNET, none(), none()))
                    .isPresent();
            assertThat(enrolments.enrolWithin(1, second, course, "student", Enrolment.MNET, none(), none()))
                    .isEmpty();
            assertThat(enrolments.enrolWithin(1, first, course, "teacher", Enrolment.MNET, none(), none()))
                    .isPresent();
            assertThatThrownBy(() -> enrolments.enrol(second, 99, "student", Enrolment.MNET, none(), none()))
                    .hasMessage("There is no such course.");
            assertThatThrownBy(() -> enrolments.enrol(99, course, "student", Enrolment.MNET, none(), none()))
                    .hasMessage("There is no such user.");
            assertThatThrownBy(() -> enrolments.enrol(second, course, "king", Enrolment.MNET, none(), none()))
                    .hasMessageContaining("There is no role \"king\"");
            Optional<Instant> now = Optional.of(Instant.EPOCH);
            assertThatThrownBy(() -> enrolments.enrol(second, course, "student", Enrolment.MNET, now, now))
                    .hasMessage("An enrolment ends after it starts.");
            assertThat(enrolments.in(course)).hasSize(1);
        }
    }

    private static long user(TestingSite site, String name) {
        Profile profile = Profile.of(name, "Martin", name + "@example.org");
        return site.get(Platform.class)
                .users()
                .create(new UserKey(site.wwwroot(), name), User.MANUAL, profile)
                .id();
    }

    private static Optional<Instant> none() {
        return Optional.empty();
    }
}
