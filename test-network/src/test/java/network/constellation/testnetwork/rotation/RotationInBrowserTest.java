package network.constellation.testnetwork.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.platform.Profile;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.browser.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator rotates the keys of a network on the page of the hub, in a real browser. */
class RotationInBrowserTest {
    private static final String PASSWORD = "four words are better";

    @Test
    void keysArePreparedRehearsedAndPutIntoUseOnThePage(@TempDir Path folder) {
        try (Browser browser = Browser.open();
                TestNetwork network = TestNetwork.found(folder)) {
            TestSite hub = network.hub();
            TestSite a = network.site("a");
            List.of(a, network.site("b")).forEach(site -> network.inviteAndJoin(site, 1));
            network.awaitMesh(2);
            hub.get(Accounts.class)
                    .create(
                            new NewAccount(
                                    "claire",
                                    Profile.of("Claire", "Bernard", "claire@example.org"),
                                    Optional.of(PASSWORD),
                                    List.of(Accounts.ADMIN)),
                            TestNetwork.ACTOR);
            List<String> problems = new ArrayList<>();
            try (Browser.Visitor visitor = browser.visitor(Browser.View.DESK)) {
                Page page = visitor.page();
                Browser.signIn(page, hub.wwwroot(), "claire", PASSWORD);
                page.navigate(hub.wwwroot().with("/hub/rotation"));
                visitor.look("hub-rotation-none", problems);
                press(page, "#scope", "prepare", "rehearse");
                visitor.look("hub-rotation-prepared", problems);
                press(page, "#rotation", "rehearse", "activate");
                assertThat(page.locator("#rotation .word-majority").count()).isGreaterThan(5);
                visitor.look("hub-rotation-rehearsed", problems);
                press(page, "#rotation", "activate", "retire");
                visitor.look("hub-rotation-activated", problems);
                problems.addAll(visitor.complaints());
            }
            assertThat(Led.generation(a)).isEqualTo(2);
            for (Browser.View view : List.of(new Browser.View(390, false, "fr"), new Browser.View(1280, true, "fr"))) {
                try (Browser.Visitor visitor = browser.visitor(view)) {
                    Browser.signIn(visitor.page(), hub.wwwroot(), "claire", PASSWORD);
                    visitor.page().navigate(hub.wwwroot().with("/hub/rotation"));
                    visitor.look("hub-rotation-fr-" + view.width(), problems);
                    visitor.page().navigate(hub.wwwroot().with("/admin/keys"));
                    visitor.look("hub-keys-fr-" + view.width(), problems);
                }
            }
            assertThat(problems).isEmpty();
        }
    }

    /** Presses the button of one step, and waits until the page offers the next. */
    private static void press(Page page, String within, String verb, String next) {
        page.locator("form[action$='/" + verb + "'] button").first().click();
        page.locator("form[action$='/" + next + "']").first().waitFor();
        assertThat(page.locator(within).count()).isPositive();
    }
}
