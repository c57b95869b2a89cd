package network.constellation.peer.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.web.session.Origin;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.session.StartedSession;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    private static final Wwwroot ELSEWHERE = Wwwroot.of("https://b.example.org");

    @TempDir
    Path data;

    @EachDatabase
    void theSameNameAtTwoHomesIsTwoPeople(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            PlatformUsers users = site.get(Platform.class).users();
            User here = users.create(new UserKey(site.wwwroot(), "amina"), User.MANUAL, profile("Amina"));
            User there = users.create(new UserKey(ELSEWHERE, "amina"), User.MNET, profile("Other"));
            assertThat(here.id()).isNotEqualTo(there.id());
            assertThat(users.findLocal("amina")).contains(here);
            assertThat(users.find(new UserKey(ELSEWHERE, "amina"))).contains(there);
            assertThat(users.findLocalByEmail("AMINA@example.org")).containsExactly(here);
            assertThatThrownBy(() -> users.create(new UserKey(ELSEWHERE, "amina"), User.MNET, profile("Again")))
                    .isInstanceOf(PlatformException.class)
                    .hasMessage("There already is a user called \"amina\".");
            assertThat(users.count(Optional.of(ELSEWHERE))).isEqualTo(1);
            assertThat(users.count(Optional.empty())).isEqualTo(2);
        }
    }

    @EachDatabase
    void everyFieldOfAProfileIsKept(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            PlatformUsers users = site.get(Platform.class).users();
            Profile full = profile("Amina");
            for (String field : Profile.STANDARD) {
                full = full.with(field, field.equals(Profile.EMAIL) ? "a@example.org" : "value of " + field);
            }
            full = full.with("profile_field_house", "blue & “green”");
            User user = users.create(new UserKey(site.wwwroot(), "amina"), User.MANUAL, full);
            assertThat(users.find(user.id()).orElseThrow().profile()).isEqualTo(full);
            users.update(user.id(), profile("Amina"));
            assertThat(users.find(user.id()).orElseThrow().profile()).isEqualTo(profile("Amina"));
            Picture picture = new Picture(
                    new byte[] {1, 2}, "image/png", new byte[] {3}, "image/png", Instant.parse("2026-11-21T08:00:00Z"));
            users.picture(user.id(), picture);
            assertThat(users.picture(user.id()).orElseThrow().large()).containsExactly(1, 2);
            assertThatThrownBy(() -> profile("A").with("password", "x")).hasMessageContaining("no profile field");
            assertThat(Profile.mayTravel("secret")).isFalse();
            assertThat(Profile.mayTravel("profile_field_house")).isTrue();
        }
    }

    @EachDatabase
    void aDeletedUserFreesTheNameAndNeverComesBack(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            PlatformUsers users = site.get(Platform.class).users();
            User first = users.create(new UserKey(site.wwwroot(), "amina"), User.MANUAL, profile("Amina"));
            users.delete(first.id());
            assertThat(users.find(first.id())).isEmpty();
            User second = users.create(new UserKey(site.wwwroot(), "amina"), User.MANUAL, profile("New"));
            assertThat(second.id()).isGreaterThan(first.id());
            assertThat(users.list(UserFilter.all()).users()).containsExactly(second);
            assertThatThrownBy(() -> users.suspend(first.id(), true)).isInstanceOf(PlatformException.class);
        }
    }

    @EachDatabase
    void aSearchTakesItsSignsLiterally(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            PlatformUsers users = site.get(Platform.class).users();
            users.create(new UserKey(site.wwwroot(), "a_b"), User.MANUAL, profile("Amina"));
            users.create(new UserKey(site.wwwroot(), "axb"), User.MANUAL, profile("Bruno"));
            assertThat(names(users, "a_b")).containsExactly("a_b");
            assertThat(names(users, "%")).isEmpty();
            assertThat(names(users, "BRUNO mar")).containsExactly("axb");
            assertThat(names(users, "' or 1=1 --")).isEmpty();
        }
    }

    private static List<String> names(PlatformUsers users, String search) {
        UserFilter filter = new UserFilter(
                search, Optional.empty(), UserFilter.Origin.ALL, Optional.empty(), "", "name", true, 0, 10);
        return users.list(filter).users().stream().map(User::username).toList();
    }

    @EachDatabase
    void theNearestWordDecidesAndAProhibitionEverywhere(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            Platform platform = site.get(Platform.class);
            Roles roles = platform.roles();
            Courses courses = platform.courses();
            long id = platform.users()
                    .create(new UserKey(site.wwwroot(), "amina"), User.MANUAL, profile("Amina"))
                    .id();
            long shelf = courses.createCategory("Sciences", "", "", 0).id();
            Course physics = courses.create(CourseDraft.of("PHY", "Physics", shelf));
            Scope course = Scope.course(physics.id());
            assertThat(roles.can(id, Roles.ROAM, Scope.site())).isTrue();
            assertThat(roles.can(id, "moodle/course:update", course)).isFalse();
            roles.assign(id, "editingteacher", Scope.category(shelf));
            assertThat(roles.can(id, "moodle/course:update", course)).isTrue();
            assertThat(roles.can(id, "moodle/course:update", Scope.site())).isFalse();
            roles.permit("student", "moodle/course:update", Optional.of(Permission.PREVENT));
            roles.assign(id, "student", course);
            assertThat(roles.can(id, "moodle/course:update", course)).isFalse();
            roles.unassign(id, "student", course);
            roles.permit("user", "moodle/course:update", Optional.of(Permission.PROHIBIT));
            assertThat(roles.can(id, "moodle/course:update", course)).isFalse();
            platform.users().siteAdministrator(id, true);
            assertThat(roles.can(id, "anything/at:all", course)).isTrue();
            assertThatThrownBy(() -> roles.assign(id, "dean", Scope.site()))
                    .hasMessageContaining("There is no role \"dean\". The roles are: manager,");
            assertThat(roles.sheet("student")).containsEntry("moodle/course:update", Permission.PREVENT);
        }
    }

    @EachDatabase
    void coursesStandOnShelves(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            Courses courses = site.get(Platform.class).courses();
            long shelf = courses.createCategory("Sciences", "", "", 0).id();
            Course physics =
                    courses.create(CourseDraft.of("PHY", "Physics", shelf).visible(false));
            assertThat(courses.list(true)).isEmpty();
            assertThat(courses.inCategory(shelf)).containsExactly(physics);
            Course changed = courses.update(physics.id(), CourseDraft.of("PHY", "Physics II", shelf));
            assertThat(courses.findByShortname("PHY")).contains(changed);
            assertThatThrownBy(() -> courses.create(CourseDraft.of("PHY", "Other", shelf)))
                    .hasMessageContaining("short name \"PHY\"");
            assertThatThrownBy(() -> courses.deleteCategory(shelf)).hasMessageContaining("still holds 1");
            courses.delete(physics.id());
            courses.deleteCategory(shelf);
            assertThat(courses.category(shelf)).isEmpty();
        }
    }

    @EachDatabase
    void settingsAndSessionsAreKept(ConfigReader database) {
        try (TestingSite site = new TestingSite(data, database)) {
            PlatformSettings settings = site.get(Platform.class).settings();
            settings.set("auth_mnet", "rpc_negotiation_timeout", "30");
            settings.set("auth_mnet", "rpc_negotiation_timeout", "31");
            assertThat(settings.all("auth_mnet")).containsOnlyKeys("rpc_negotiation_timeout");
            assertThat(settings.get("auth_mnet", "rpc_negotiation_timeout")).contains("31");
            Sessions sessions = site.get(Sessions.class);
            StartedSession started = sessions.start(7, Origin.landedFrom(ELSEWHERE), Map.of(Session.USER_AGENT, "x"));
            sessions.attribute(started.session().id(), "peer-session", "42");
            Session found = sessions.find(started.secret()).orElseThrow();
            assertThat(found.origin().peer()).contains(ELSEWHERE);
            assertThat(found.attribute("peer-session")).contains("42");
            assertThat(sessions.find("0".repeat(64))).isEmpty();
            assertThat(sessions.endAllOf(7)).isEqualTo(1);
            assertThat(sessions.find(started.secret())).isEmpty();
            site.user("lena", "student");
            assertThat(site.browser("lena").get("/account").status()).isEqualTo(200);
        }
    }

    private static Profile profile(String firstName) {
        return Profile.of(firstName, "Martin", firstName.toLowerCase(java.util.Locale.ROOT) + "@example.org");
    }
}
