package network.constellation.peer.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.peer.web.testing.PageBrowser;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPagesTest {
    @TempDir
    Path data;

    private TestingSite site;

    @BeforeEach
    void open() {
        site = new TestingSite(data);
        site.user("claire", Accounts.ADMIN);
        site.user("marc", "manager");
        site.user("lena", "student");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void onlyManagersSeeTheList() {
        assertThat(site.browser().get("/users").path()).startsWith("/login");
        assertThat(site.browser("lena").get("/users").status()).isEqualTo(403);
        assertThat(site.browser("lena").get("/users").text()).contains("does not have the role");
        assertThat(site.browser("marc").get("/users").text()).contains("claire", "marc", "lena");
    }

    @Test
    void aUserIsMadeChangedSuspendedAndLetInAgain() {
        PageBrowser claire = site.browser("claire").get("/users/new");
        claire.submit("/users/new", "username", "Ülf", "email", "nothing");
        assertThat(claire.status()).isEqualTo(422);
        assertThat(claire.text()).contains("4 things need your attention", "is not an e-mail address", "first name");
        claire.submit(
                "/users/new",
                "username",
                "omar",
                "firstname",
                "Omar",
                "lastname",
                "Ben",
                "email",
                "o@example.org",
                "role-teacher",
                "yes",
                "password",
                TestingSite.PASSWORD);
        assertThat(claire.text()).contains("The account of Omar Ben is made");
        User omar = user("omar");
        String page = "/users/" + omar.id();
        claire.submit(page, "firstname", "Omar", "lastname", "Benali", "email", "o@example.org", "role-student", "yes");
        assertThat(site.get(Accounts.class).rolesOf(omar.id())).containsExactly("student");
        PageBrowser him = site.browser("omar");
        assertThat(him.get("/account").path()).isEqualTo("/account");
        assertThat(claire.get(page + "/suspend").text())
                .contains("Suspend Omar Benali?", "open sessions that end now: 1", "you can undo it");
        claire.submit(page + "/suspend");
        assertThat(him.get("/account").path()).startsWith("/login");
        assertThat(site.browser("omar").path()).isEqualTo("/login");
        claire.get(page).submit(page + "/resume");
        assertThat(site.browser("omar").path()).isEqualTo("/");
        claire.get(page + "/delete").submit(page + "/delete");
        assertThat(claire.get(page).status()).isEqualTo(404);
        assertThat(claire.get("/users").text()).doesNotContain("Benali");
    }

    @Test
    void aManagerCannotTouchOrMakeAnAdministrator() {
        PageBrowser marc = site.browser("marc");
        String claire = "/users/" + user("claire").id();
        assertThat(marc.get(claire).text()).contains("Only a site administrator");
        for (String action : new String[] {"", "/suspend", "/delete", "/link"}) {
            marc.get("/users").submit(claire + action, "firstname", "X", "lastname", "Y", "email", "x@example.org");
            assertThat(marc.status()).as(action).isEqualTo(403);
        }
        String lena = "/users/" + user("lena").id();
        marc.get(lena)
                .submit(
                        lena,
                        "firstname",
                        "Lena",
                        "lastname",
                        "M",
                        "email",
                        "l@example.org",
                        "role-admin",
                        "yes",
                        "role-manager",
                        "yes");
        assertThat(site.get(Accounts.class).rolesOf(user("lena").id())).containsExactly("manager");
        marc.get("/users/import")
                .upload(
                        "/users/import",
                        "file",
                        csv("username,firstname,lastname,email,roles\n" + "evil,E,Vil,e@example.org,admin\n"));
        assertThat(marc.status()).isEqualTo(422);
        assertThat(site.get(Platform.class).users().findLocal("evil")).isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        PageBrowser claire = site.browser("claire");
        String own = "/users/" + user("claire").id();
        claire.get(own).submit(own, "firstname", "Claire", "lastname", "M", "email", "c@example.org");
        assertThat(claire.status()).isEqualTo(422);
        assertThat(claire.text()).contains("the only administrator");
        assertThat(claire.get(own).submit(own + "/suspend").status()).isEqualTo(409);
        assertThat(user("claire").siteAdministrator()).isTrue();
    }

    @Test
    void theAccountOfAnotherSiteKeepsItsProfileAndHasNoPasswordHere() {
        User jonas = site.get(Platform.class)
                .users()
                .create(
                        new UserKey(Wwwroot.of("https://b.example.org"), "lena"),
                        User.MNET,
                        Profile.of("Jonas", "Weber", "j@b.example.org"));
        PageBrowser claire = site.browser("claire");
        String page = "/users/" + jonas.id();
        assertThat(claire.get(page).text()).contains("The account is kept at b.example.org");
        claire.submit(page, "firstname", "Mallory", "role-teacher", "yes");
        assertThat(site.get(Platform.class)
                        .users()
                        .find(jonas.id())
                        .orElseThrow()
                        .profile()
                        .firstName())
                .isEqualTo("Jonas");
        assertThat(site.get(Accounts.class).rolesOf(jonas.id())).containsExactly("teacher");
        assertThat(claire.get(page).submit(page + "/link").status()).isEqualTo(409);
        assertThat(claire.get("/users?from=elsewhere").text()).contains("Jonas").doesNotContain("marc@");
    }

    @Test
    void withoutMailTheAdministratorIsShownALinkThatWorksOnce() {
        PageBrowser claire = site.browser("claire");
        assertThat(claire.get("/users").text()).contains("No mail server is configured");
        String page = "/users/" + user("lena").id();
        claire.get(page).submit(page + "/link");
        String html = claire.html();
        int from = html.indexOf("/password/reset/");
        String link = html.substring(from, html.indexOf('<', from));
        PageBrowser lena = site.browser().get(link);
        assertThat(lena.text()).contains("Choose a new password for lena");
        lena.submit(link, "password", "lena", "repeated", "lena");
        assertThat(lena.status()).isEqualTo(422);
        lena.submit(link, "password", "another four words", "repeated", "another four words");
        assertThat(lena.path()).isEqualTo("/login");
        lena.submit("/login", "username", "lena", "password", "another four words");
        assertThat(lena.path()).isEqualTo("/");
        assertThat(site.browser().get(link).status()).isEqualTo(410);
    }

    @Test
    void aFileMakesAllOrNobody() {
        PageBrowser claire = site.browser("claire").get("/users/import");
        claire.upload("/users/import", "file", csv("""
                username;firstname;lastname;email;roles;city;profile_field_house
                ada;Ada;Durand;ada@example.org;student;Lyon;blue
                "leo";"Léo; Jr";Nguyen;leo@example.org;teacher manager;;
                lena;Lena;Twice;lena@example.org;;;
                zoe;Zoé;;not an address;dean;;
                """));
        assertThat(claire.status()).isEqualTo(422);
        assertThat(claire.text())
                .contains("Line 4: There already is a user called \"lena\"", "Line 5:", "is not an e-mail address");
        assertThat(site.get(Platform.class).users().findLocal("ada")).isEmpty();
        claire.upload("/users/import", "file", csv("""
                username;firstname;lastname;email;roles;city;profile_field_house
                ada;Ada;Durand;ada@example.org;student;Lyon;blue
                "leo";"Léo; Jr";Nguyen;leo@example.org;teacher manager;;
                """));
        assertThat(claire.text()).contains("Users made: 2");
        assertThat(user("ada").profile().field("profile_field_house")).contains("blue");
        assertThat(site.get(Accounts.class).rolesOf(user("leo").id())).containsExactlyInAnyOrder("teacher", "manager");
    }

    @Test
    void theListIsSortedNarrowedAndDownloaded() {
        PageBrowser claire = site.browser("claire");
        assertThat(claire.get("/users?sort=-username").text()).containsSubsequence("marc", "lena", "claire@");
        assertThat(claire.get("/users?role=student").text()).contains("lena").doesNotContain("marc@");
        assertThat(claire.get("/users?q=%25").text()).contains("Nothing fits");
        claire.get("/users?role=student&format=csv");
        assertThat(claire.header("Content-Type")).startsWith("text/csv");
        assertThat(claire.html()).contains("User name,Name,E-mail").contains("lena,Lena Martin,lena@example.org");
    }

    private User user(String username) {
        return site.get(Platform.class).users().findLocal(username).orElseThrow();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
