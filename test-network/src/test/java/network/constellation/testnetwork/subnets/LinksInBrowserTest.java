package network.constellation.testnetwork.subnets;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Profile;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.testnetwork.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a sub-network and the simulation, over a network that really joined, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksInBrowserTest {
    private static final String PASSWORD = "four words are better";

    private Browser browser;
    private LinkedSites linked;
    private Wwwroot hub;
    private int number;

    @BeforeAll
    void open(@TempDir Path folder) {
        browser = Browser.open();
        linked = new LinkedSites(folder, "a", "b", "c");
        hub = linked.network.hub().wwwroot();
        number = linked.subnetwork(linked.sites.get(0), linked.sites.get(1), linked.sites.get(2));
        linked.network
                .hub()
                .get(Accounts.class)
                .create(
                        new NewAccount(
                                "claire",
                                Profile.of("Claire", "Bernard", "claire@example.org"),
                                Optional.of(PASSWORD),
                                List.of(Accounts.ADMIN)),
                        "test");
    }

    @AfterAll
    void close() {
        browser.close();
        linked.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, false, en", "390, true, fr"})
    void thePagesAreWellInEveryForm(int width, boolean dark, String language) {
        String move = "leave " + number + " " + linked.sites.get(2).wwwroot();
        try (Browser.Visitor visitor = browser.visitor(new Browser.View(width, dark, language))) {
            Browser.signIn(visitor.page(), hub, "claire", PASSWORD);
            List<String> problems = new ArrayList<>();
            visitor.page().navigate(hub.with("/hub/subnetwork?number=" + number));
            visitor.look("subnetwork-" + width + language, problems);
            visitor.page()
                    .navigate(hub.with("/hub/simulate?change=" + URLEncoder.encode(move, StandardCharsets.UTF_8)));
            visitor.look("simulate-" + width + language, problems);
            assertThat(problems).isEmpty();
            assertThat(visitor.page().locator("tbody tr").count()).isPositive();
        }
    }

    @Test
    void whatWasBrokenByHandIsRepairedByOneClickAndServicesAreSet() {
        linked.network.awaitFollowed(linked.sites.get(0), linked.sites.get(1));
        linked.sites.get(0).get(Peers.class).remove(linked.sites.get(1).wwwroot(), "admin");
        try (Browser.Visitor visitor = browser.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            Browser.signIn(page, hub, "claire", PASSWORD);
            page.navigate(hub.with("/hub/subnetwork?number=" + number));
            page.click("form[action$='/hub/subnetwork/repair'] button");
            assertThat(page.content()).contains("Differences found: 1");
            linked.awaitWhole();
            assertThat(LinkedSites.knowEachOther(linked.sites.get(0), linked.sites.get(1)))
                    .isTrue();

            page.check("#publish-mnetadmin");
            page.click("form[action$='/hub/subnetwork/matrix'] button");
            assertThat(page.content()).contains("Not saved");
            page.check("#publish-mnet_enrol");
            page.click("form[action$='/hub/subnetwork/matrix'] button");
            ServiceMatrix saved = linked.network
                    .hub()
                    .get(SubNetworks.class)
                    .find(number)
                    .orElseThrow()
                    .matrix();
            assertThat(saved).isEqualTo(ServiceMatrix.NEW_SUBNETWORK.with("mnet_enrol", true, false));
            linked.awaitWhole();
        }
    }
}
