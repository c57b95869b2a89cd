package network.constellation.testnetwork.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.constellation.app.Assembly;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hub's console over a network that really joined, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleInBrowserTest {
    private static final String PASSWORD = "four words are better";

    private Browser browser;
    private Node node;
    private TenantLease hub;
    private Wwwroot wwwroot;
    private final Map<String, String> pages = new LinkedHashMap<>();

    @BeforeAll
    void open(@TempDir Path data) {
        browser = Browser.open();
        node = Assembly.builder(data)
                .config(ConfigReader.of("door { bind = \"127.0.0.1\", port = 0 }\n"
                        + "net { allow-addresses = [\"127.0.0.0/8\"], allow-http = true }"))
                .build()
                .start();
        wwwroot = Wwwroot.of("http://hub.localhost:" + node.port());
        hub = node.get(HubTenant.class).found(wwwroot, "Académie du Sud", "test");
        hub.get(Accounts.class)
                .create(
                        new NewAccount(
                                "claire",
                                Profile.of("Claire", "Bernard", "claire@example.org"),
                                Optional.of(PASSWORD),
                                List.of(Accounts.ADMIN)),
                        "test");
        pages.put("overview", "/hub");
        pages.put("sites", "/hub/sites");
        pages.put("subnetworks", "/hub/subnetworks");
        pages.put("invite", "/hub/invite");
    }

    private void join(String host, String name, int subnetwork) {
        Wwwroot site = Wwwroot.of("http://" + host + ".localhost:" + node.port());
        node.tenants().add(site, name);
        String invitation = hub.get(Invitations.class)
                .invite(name, Optional.of(subnetwork), "test")
                .line();
        try (TenantLease lease = node.tenants().open(site)) {
            UUID job = lease.get(Membership.class).join(invitation, "test");
            assertThat(lease.get(Jobs.class).await(job, Duration.ofSeconds(60)).toString())
                    .contains("DONE");
        }
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (hub != null) {
            hub.close();
        }
        if (node != null) {
            node.close();
        }
    }

    @Test
    void anEmptyNetworkSaysTheFirstStep() {
        try (Browser.Visitor visitor = browser.visitor(Browser.View.DESK)) {
            signIn(visitor.page());
            visitor.page().navigate(wwwroot.with("/hub/sites"));
            assertThat(visitor.page().locator("h1").count()).isEqualTo(1);
            List<String> problems = new ArrayList<>();
            visitor.look("hub-empty-sites", problems);
            assertThat(problems).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false, en", "1280, true, fr", "390, false, fr", "390, true, en"})
    void theConsoleIsWellInEveryForm(int width, boolean dark, String language) {
        grow();
        List<String> problems = new ArrayList<>();
        try (Browser.Visitor visitor = browser.visitor(new Browser.View(width, dark, language))) {
            signIn(visitor.page());
            for (Map.Entry<String, String> page : pages.entrySet()) {
                visitor.page().navigate(wwwroot.with(page.getValue()));
                visitor.look("hub-" + width + (dark ? "-dark-" : "-light-") + language + "-" + page.getKey(), problems);
            }
            problems.addAll(visitor.complaints());
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void onATelephoneThePlacesAreAMenuThatSaysWhereOneIs() {
        for (String language : List.of("en", "fr")) {
            List<String> problems = new ArrayList<>();
            try (Browser.Visitor visitor = browser.visitor(new Browser.View(390, false, language))) {
                Page page = visitor.page();
                signIn(page);
                page.navigate(wwwroot.with("/hub/sites"));
                String here = page.locator(".places a[aria-current]").textContent();
                assertThat(page.locator(".places-menu summary").innerText()).contains("Menu", here);
                assertThat(page.locator(".places").isVisible()).isFalse();
                page.locator(".places-menu summary").click();
                visitor.look("hub-390-menu-" + language, problems);
                page.locator(".places a[href='/hub/subnetworks']").click();
                assertThat(page.url()).endsWith("/hub/subnetworks");
                assertThat(page.locator(".places").isVisible()).isFalse();
                assertThat(page.locator(".places-menu summary").innerText()).doesNotContain(here);
            }
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void aSubNetworkIsGivenAServiceMoreByATick() {
        grow();
        SubNetworks subNetworks = hub.get(SubNetworks.class);
        int south = subNetworks.list().get(1).number();
        try (Browser.Visitor visitor = browser.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            signIn(page);
            page.navigate(wwwroot.with("/hub/subnetworks"));
            page.locator("#service-" + south + "-mnet_enrol").check();
            page.locator("section[aria-labelledby=subnetwork-" + south + "] form[action$=services] button")
                    .click();
            assertThat(page.locator("body").textContent()).contains("has these services now");
            assertThat(page.locator("#service-" + south + "-mnet_enrol").isChecked())
                    .isTrue();
        }
        assertThat(subNetworks.find(south).orElseThrow().services()).containsExactly("mnet_enrol");
        assertThat(subNetworks.list().get(0).services()).isEmpty();
    }

    /** Two sub-networks with three sites, once. */
    private synchronized void grow() {
        SubNetworks subNetworks = hub.get(SubNetworks.class);
        if (!subNetworks.list().isEmpty()) {
            return;
        }
        int north =
                subNetworks.create(Optional.empty(), "Lycées du Nord", "test").number();
        int south = subNetworks.create(Optional.empty(), "Collèges", "test").number();
        join("a", "Lycée Amina-Diallo", north);
        join("b", "Lycée Bertrand-Russell", north);
        join("c", "Collège Curie", south);
    }

    private void signIn(Page page) {
        Browser.signIn(page, wwwroot, "claire", PASSWORD);
    }
}
