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
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
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
    private Scene site;
    private final Map<String, String> pages = new LinkedHashMap<>();

    @BeforeAll
    void open(@TempDir Path data) {
        site = Scene.site(data, "Lycée Amina-Diallo");
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
        pages.put("myhub", "/admin/myhub");
    }

    private static String sitePage(Wwwroot peer) {
        return "/admin/peers/site?wwwroot=" + peer;
    }

    private PublicIdentity keysOf(String host) {
        Wwwroot other =
                Wwwroot.of("http://" + host + ".localhost:" + site.node().port());
        site.node().tenants().add(other, host);
        try (TenantLease lease = site.node().tenants().open(other)) {
            return lease.get(SiteIdentity.class).published();
        }
    }

    @AfterAll
    void close() {
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false, en", "1280, true, fr", "390, false, fr", "390, true, en"})
    void everyPageIsWellInEveryForm(int width, boolean dark, String language) {
        List<String> problems = new ArrayList<>();
        try (Browser.Visitor visitor = site.administrator(new Browser.View(width, dark, language))) {
            String kind = width + (dark ? "-dark-" : "-light-") + language + "-";
            site.lookAt(visitor, kind, pages, problems);
            visitor.page().navigate(site.wwwroot().with("/admin/peers/new"));
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
        Wwwroot neighbour =
                Wwwroot.of("http://neighbour.localhost:" + site.node().port());
        try (Browser.Visitor visitor = site.administrator(Browser.View.PHONE)) {
            Page page = visitor.page();
            page.navigate(site.wwwroot().with("/admin/peers/new"));
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
}
