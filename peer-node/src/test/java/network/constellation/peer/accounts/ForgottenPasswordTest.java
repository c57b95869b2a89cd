package network.constellation.peer.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformUsers;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.testing.PageBrowser;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenPasswordTest {
    private static final Pattern LINK = Pattern.compile("/password/reset/[0-9a-f]{64}");

    @TempDir
    Path data;

    private GreenMail post;
    private TestingSite site;

    @BeforeEach
    void open() {
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        post.start();
        site = new TestingSite(
                data,
                "mail { host = \"127.0.0.1\", port = " + post.getSmtp().getPort()
                        + ", security = none, from = \"noreply@example.org\" }");
    }

    @AfterEach
    void close() {
        site.close();
        post.stop();
    }

    @Test
    void aLetterInTheReadersLanguageHasALinkThatWorksOnceForAnHour() throws Exception {
        User lena = site.user("lena");
        PlatformUsers users = site.get(Platform.class).users();
        users.update(lena.id(), lena.profile().with("lang", "fr"));
        PageBrowser signedIn = site.browser("lena");
        String asked = ask("lena@example.org");
        MimeMessage letter = letter(1);
        assertThat(letter.getSubject()).isEqualTo("Nouveau mot de passe pour Lycée Amina");
        assertThat(letter.getFrom()[0].toString()).contains("noreply@example.org");
        assertThat(body(letter)).contains("Bonjour Lena Martin", site.wwwroot().with("/password/reset/"));
        assertThat(ask("nobody")).as("nobody learns who exists").isEqualTo(asked);
        String link = link(letter);
        PageBrowser browser = site.browser().get(link);
        browser.submit(link, "password", "words that are new", "repeated", "words that are new");
        assertThat(browser.text()).contains("The new password is saved");
        assertThat(site.browser().get(link).status()).isEqualTo(410);
        assertThat(signedIn.get("/account").path()).as("other sessions end").startsWith("/login");
        assertThat(site.browser("lena").path()).as("the old password").isEqualTo("/login");
    }

    @Test
    void theLinkGrowsOldAndLettersAreNotSentInARow() throws Exception {
        site.user("lena");
        ask("lena");
        String link = link(letter(1));
        ask("lena");
        site.clock().advance(Duration.ofMinutes(61));
        assertThat(site.browser().get(link).status()).isEqualTo(410);
        ask("lena");
        letter(2);
        assertThat(post.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws Exception {
        site.user("lena");
        int port = post.getSmtp().getPort();
        post.stop();
        ask("lena");
        post = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            site.clock().advance(Duration.ofMinutes(1));
            assertThat(post.getReceivedMessages()).isNotEmpty();
        });
    }

    @Test
    void ownPasswordIsChangedWithThePresentOne() {
        site.user("lena");
        PageBrowser other = site.browser("lena");
        PageBrowser browser = site.browser("lena").get("/account/password");
        browser.submit("/account/password", "current", "wrong", "password", "some new words", "repeated", "some");
        assertThat(browser.text()).contains("2 things need your attention", "not your present password");
        browser.submit(
                "/account/password",
                "current",
                TestingSite.PASSWORD,
                "password",
                "some new words",
                "repeated",
                "some new words");
        assertThat(browser.text()).contains("The password is changed");
        assertThat(other.get("/account").path()).startsWith("/login");
        assertThat(site.get(Accounts.class).isPassword(id("lena"), "some new words"))
                .isTrue();
    }

    private long id(String username) {
        Optional<User> user = site.get(Platform.class).users().findLocal(username);
        return user.orElseThrow().id();
    }

    private String ask(String who) {
        PageBrowser browser = site.browser().get("/password/forgot");
        return browser.submit("/password/forgot", "who", who).text();
    }

    private MimeMessage letter(int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> post.getReceivedMessages().length >= number);
        return post.getReceivedMessages()[number - 1];
    }

    private static String body(MimeMessage letter) throws Exception {
        return new String(letter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String link(MimeMessage letter) throws Exception {
        Matcher found = LINK.matcher(body(letter));
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
