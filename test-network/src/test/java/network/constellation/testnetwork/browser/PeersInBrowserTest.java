package network.constellation.testnetwork.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.app.Assembly;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.tenant.TenantLease;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages about other sites, with sites in every state, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeersInBrowserTest {
    private static final String PASSWORD = "four words are better";

    private Browser browser;
    private Node node;
    private TenantLease site;
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
        wwwroot = Wwwroot.of("http://localhost:" + node.port());
        node.tenants().add(wwwroot, "Lycée Amina-Diallo");
        site = node.tenants().open(wwwroot);
        site.get(Accounts.class)
                .create(
                        new NewAccount(
                                "claire",
                                Profile.of("Claire", "Bernard", "claire@example.org"),
                                Optional.of(PASSWORD),
                                List.of(Accounts.ADMIN)),
                        "test");
        PublicIdentity approved = keysOf("college-with-a-rather-long-name");
        PublicIdentity suspended = keysOf("suspended");
        PublicIdentity refused = keysOf("refused");
        PublicIdentity pending = keysOf("pending");
        Peers peers = site.get(Peers.class);
        Offers offers = site.get(Offers.class);
        for (PublicIdentity peer : List.of(approved, suspended)) {
            peers.admit(peer, PeerTerms.of("Collège Curie", Application.CONSTELLATION), "administrator", "test");
        }
        peers.suspend(suspended.wwwroot(), "test");
        peers.failed(suspended.wwwroot(), "no answer within 10 s");
        for (PublicIdentity offer : List.of(refused, pending)) {
            offers.propose(offer, PeerTerms.of("Offered", Application.CONSTELLATION), "test");
        }
        offers.refuse(refused.wwwroot(), Optional.empty(), "test");
        pages.put("peers", "/admin/peers");
        pages.put("peer-new", "/admin/peers/new");
        pages.put("peer", sitePage(approved.wwwroot()));
        pages.put("peer-suspended", sitePage(suspended.wwwroot()));
        pages.put("peer-refused", sitePage(refused.wwwroot()));
        pages.put("peer-pending", sitePage(pending.wwwroot()));
        pages.put("peer-remove", sitePage(approved.wwwroot()).replace("/site?", "/site/remove?"));
        pages.put("services", "/admin/peers/services");
        pages.put("keys", "/admin/keys");
    }

    private static String sitePage(Wwwroot peer) {
        return "/admin/peers/site?wwwroot=" + peer;
    }

    private PublicIdentity keysOf(String host) {
        Wwwroot other = Wwwroot.of("http://" + host + ".localhost:" + node.port());
        node.tenants().add(other, host);
        try (TenantLease lease = node.tenants().open(other)) {
            return lease.get(SiteIdentity.class).published();
        }
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
        if (node != null) {
            node.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false, en", "1280, true, fr", "390, false, fr", "390, true, en"})
    void everyPageIsWellInEveryForm(int width, boolean dark, String language) {
        List<String> problems = new ArrayList<>();
        try (Browser.Visitor visitor = browser.visitor(new Browser.View(width, dark, language))) {
            signIn(visitor.page());
            String kind = width + (dark ? "-dark-" : "-light-") + language + "-";
            for (Map.Entry<String, String> page : pages.entrySet()) {
                visitor.page().navigate(wwwroot.with(page.getValue()));
                assertThat(visitor.page().locator("h1").count())
                        .as(page.getValue())
                        .isEqualTo(1);
                visitor.look(kind + page.getKey(), problems);
            }
            visitor.page().navigate(wwwroot.with("/admin/peers/new"));
            visitor.page().locator("main form button.primary").click();
            visitor.look(kind + "peer-errors", problems);
            problems.addAll(visitor.complaints());
        }
        assertThat(problems).isEmpty();
    }

    /** From the address to agreed services, on a telephone. */
    @Test
    void anAdministratorAddsASiteOnATelephone() {
        keysOf("neighbour");
        Wwwroot neighbour = Wwwroot.of("http://neighbour.localhost:" + node.port());
        try (Browser.Visitor visitor = browser.visitor(Browser.View.PHONE)) {
            Page page = visitor.page();
            signIn(page);
            page.navigate(wwwroot.with("/admin/peers/new"));
            page.locator("#f-wwwroot").fill(neighbour.value());
            page.locator("#f-application").selectOption("constellation");
            page.locator("main form button.primary").click();
            press(page, "The fingerprints are the same: approve");
            assertThat(site.get(Peers.class).require(neighbour).isApproved()).isTrue();
            page.locator("input[name='publish.sso_idp']").check();
            page.locator("form:has(input[name='publish.sso_idp']) button[type=submit]")
                    .click();
            assertThat(page.locator("input[name='publish.sso_idp']").isChecked())
                    .isTrue();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private void signIn(Page page) {
        Browser.signIn(page, wwwroot, "claire", PASSWORD);
    }
}
