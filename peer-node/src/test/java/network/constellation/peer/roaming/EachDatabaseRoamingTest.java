package network.constellation.peer.roaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.User;
import network.constellation.peer.store.EachDatabase;
import network.constellation.protocol.method.roaming.RemoteEnrolment;
import org.junit.jupiter.api.io.TempDir;

/** The same tables do the same on H2 and on PostgreSQL. */
class EachDatabaseRoamingTest {
    @TempDir
    Path folder;

    @EachDatabase
    void aJourneyFromJumpToLogout(ConfigReader config) {
        Browser browser = new Browser("Mozilla/5.0 (roam test)");
        try (Site a = Site.start(folder, "a", ConfigReader.empty());
                Site b = Site.start(folder, "b", config)) {
            Site.join(a, b, SuiteChoice.LEGACY);
            User bob = b.user("bob");
            b.signIn(browser, bob);
            assertThat(browser.open(b.jump(a, "")).body()).isEqualTo("home of A for bob");
            assertThat(browser.open(b.jump(a, "")).body()).isEqualTo("home of A for bob");
            User alice = a.user("alice");
            Browser other = new Browser("Other/1.0");
            a.signIn(other, alice);
            assertThat(other.open(a.jump(b, "")).body()).isEqualTo("home of B for alice");

            RemoteCourses courses = b.get(RemoteCourses.class);
            courses.replace(bob.id(), a.wwwroot, List.of(course(7, "Álgebra"), course(8, "")));
            courses.replace(bob.id(), a.wwwroot, List.of(course(7, "Álgebra <I> & II"), course(7, "twice")));
            assertThat(courses.of(bob.id())).singleElement().satisfies(course -> {
                assertThat(course.fullname()).isEqualTo("Álgebra <I> & II");
                assertThat(course.startDate()).isEmpty();
            });
            RoamingTerms terms = b.get(RoamingTerms.class);
            terms.setExported(a.wwwroot, Optional.of(List.of("city")), "test");
            terms.setExported(a.wwwroot, Optional.of(List.of("city", "lang")), "test");
            assertThat(terms.exportedTo(a.wwwroot)).containsExactly("city", "lang");
            terms.setRule(a.wwwroot, "alice", false, "test");
            terms.setRule(a.wwwroot, "alice", false, "test");
            assertThat(terms.rules()).hasSize(1);
            b.get(Sweep.class).run();
            assertThat(b.session(other)).isEmpty();
            terms.removeRule(a.wwwroot, "alice", "test");
            assertThat(terms.rules()).isEmpty();

            assertThat(b.get(JumpSessions.class).all()).hasSize(1);
            b.signOut(browser);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> a.session(browser).isEmpty());
            assertThat(b.get(JumpSessions.class).all()).isEmpty();
        }
    }

    private static RemoteEnrolment course(long id, String name) {
        return new RemoteEnrolment(id, name, "s", 1, "", "", 0, 1, "Category", "", 5, "Student");
    }
}
