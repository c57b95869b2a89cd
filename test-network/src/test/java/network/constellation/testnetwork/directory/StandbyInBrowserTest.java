package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.standby.Lease;
import network.constellation.hub.standby.Promotion;
import network.constellation.hub.standby.Standby;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.platform.Profile;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.browser.Browser;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the standby in a real browser, from the first hub without one to the hub that took over. */
class StandbyInBrowserTest {
    private static final String PASSWORD = "four words are better";
    private static final String PAGE = "/hub/standby";

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();

    @Test
    void thePageTellsWhoStandsByAndWhatToTypeWhenTheHubIsLost() {
        try (Browser browser = Browser.open();
                TestNetwork network = TestNetwork.found(folder)) {
            TestSite hub = network.hub();
            TestSite standby = network.standby("standby");
            administrator(hub, "claire");
            administrator(standby, "david");
            administrator(standby, "emma");
            see(browser, hub, "claire", "alone", "No standby", "hub standby make", Browser.View.DESK);
            see(
                    browser,
                    standby,
                    "david",
                    "not-appointed",
                    "Not appointed yet",
                    standby.wwwroot().value(),
                    Browser.View.PHONE);
            network.inviteAndJoin(standby, 1);
            hub.get(Standby.class)
                    .appoint(
                            standby.wwwroot(),
                            hub.get(Mandate.class).rootStillHere().orElseThrow(),
                            TestNetwork.ACTOR);
            TestNetwork.await(() -> standby.get(Promotion.class).state().containsKey("copied"));
            for (Browser.View view : List.of(
                    Browser.View.DESK,
                    Browser.View.PHONE,
                    new Browser.View(1280, true, "fr"),
                    new Browser.View(390, true, "fr"))) {
                boolean french = view.language().equals("fr");
                see(
                        browser,
                        hub,
                        "claire",
                        "leads",
                        french ? "Un secours est prêt" : "A standby is ready",
                        standby.wwwroot().value(),
                        view);
                see(
                        browser,
                        standby,
                        "david",
                        "stands-by",
                        french ? "Prêt à prendre le relais" : "Ready to take over",
                        "--admin USER2",
                        view);
            }
            TestNetwork.cutOff(hub);
            standby.get(Promotion.class).promote(Set.of("david", "emma"), TestNetwork.ACTOR);
            see(browser, standby, "claire", "promoted", "No standby", "hub standby appoint", Browser.View.DESK);
            hub.link().weather(Weather.FAIR);
            assertThat(hub.get(Lease.class).confirm()).isFalse();
            see(browser, hub, "claire", "fenced", "Another hub leads", "in term 2", Browser.View.DESK);
            see(
                    browser,
                    hub,
                    "claire",
                    "fenced",
                    "Un autre pôle mène",
                    "le mandat 2",
                    new Browser.View(390, false, "fr"));
            assertThat(problems).isEmpty();
        }
    }

    private void see(
            Browser browser, TestSite at, String who, String name, String badge, String told, Browser.View view) {
        try (Browser.Visitor visitor = browser.visitor(view)) {
            Browser.signIn(visitor.page(), at.wwwroot(), who, PASSWORD);
            visitor.page().navigate(at.wwwroot().with(PAGE));
            assertThat(visitor.page().locator("main").innerText())
                    .contains(badge)
                    .contains(told);
            visitor.look(
                    "standby-" + name + "-" + view.width() + (view.dark() ? "-dark-" : "-light-") + view.language(),
                    problems);
            problems.addAll(visitor.complaints());
        }
    }

    private static void administrator(TestSite site, String name) {
        site.get(Accounts.class)
                .create(
                        new NewAccount(
                                name,
                                Profile.of(name, "Bernard", name + "@example.org"),
                                Optional.of(PASSWORD),
                                List.of(Accounts.ADMIN)),
                        TestNetwork.ACTOR);
    }
}
