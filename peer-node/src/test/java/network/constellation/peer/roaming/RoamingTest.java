package network.constellation.peer.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People go from site to site: three nodes, real calls, real pages. */
class RoamingTest {
    @TempDir
    Path folder;

    private Site a;
    private Site b;
    private Site c;
    private final Browser browser = new Browser("Mozilla/5.0 (roam test)");

    @BeforeEach
    void start() {
        a = Site.start(folder, "a", ConfigReader.empty());
        b = Site.start(folder, "b", ConfigReader.empty());
        c = Site.start(folder, "c", ConfigReader.empty());
        network(SuiteChoice.AUTO);
    }

    private void network(SuiteChoice suite) {
        Site.join(a, b, suite);
        Site.join(a, c, suite);
        Site.join(b, c, suite);
    }

    @AfterEach
    void stop() {
        List.of(a, b, c).forEach(Site::close);
    }

    @ParameterizedTest
    @EnumSource(
            value = SuiteChoice.class,
            names = {"LEGACY", "MODERN"})
    void theFirstLandingMakesAnAccountTheSecondUpdatesIt(SuiteChoice suite) {
        network(suite);
        User alice = a.user("alice");
        a.signIn(browser, alice);

        Browser.Answer there = browser.open(a.jump(b, "/course/view.php?id=2"));
        assertThat(there.body()).isEqualTo("course 2 at B for alice");
        assertThat(browser.path()).hasSize(3);
        String tokenForm = suite == SuiteChoice.MODERN ? "[0-9a-f]{64}" : "[0-9a-f]{40}";
        assertThat(browser.path().get(1))
                .matches("\\Q" + b.wwwroot + "\\E/auth/mnet/land\\.php\\?token=" + tokenForm + "&idp=\\Q" + a.wwwroot
                        + "\\E&wantsurl=%2Fcourse%2Fview\\.php%3Fid%3D2");
        User visitor = b.visitor(a, "alice").orElseThrow();
        assertThat(visitor.auth()).isEqualTo(User.MNET);
        assertThat(visitor.profile().fields())
                .containsOnlyKeys(Profile.FIRST_NAME, Profile.LAST_NAME, Profile.EMAIL)
                .containsEntry(Profile.LAST_NAME, "Œuvré");
        assertThat(b.get(Platform.class).users().findLocal("alice")).isEmpty();

        a.get(Platform.class).users().update(alice.id(), alice.profile().with(Profile.FIRST_NAME, "Alicia"));
        browser.open(a.jump(b, ""));
        User again = b.visitor(a, "alice").orElseThrow();
        assertThat(again.id()).isEqualTo(visitor.id());
        assertThat(again.profile().firstName()).isEqualTo("Alicia");
        assertThat(b.audited(line -> line.event().name().equals("roaming.account-created")))
                .hasSize(1);
    }
}
