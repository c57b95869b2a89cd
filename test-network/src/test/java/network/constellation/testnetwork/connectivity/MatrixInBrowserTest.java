package network.constellation.testnetwork.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.constellation.app.Assembly;
import network.constellation.hub.connectivity.Matrix;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.connectivity.Connectivity;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The morning's question in a real browser: trouble made at the sites is seen, and one link is repaired by a click. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixInBrowserTest {
    private static final String PASSWORD = "four words are better";

    private final Map<String, Wwwroot> sites = new LinkedHashMap<>();
    private Browser browser;
    private Node node;
    private TenantLease hub;
    private Wwwroot wwwroot;

    @BeforeAll
    void open(@TempDir Path data) {
        browser = Browser.open();
        node = Assembly.builder(data)
                .config(ConfigReader.of("door { bind = \"127.0.0.1\", port = 0 }\n"
                        + "net { allow-addresses = [\"127.0.0.0/8\"], allow-http = true }\n"
                        + "connectivity.every = 24h\nmatrix.every = 24h\njobs.poll = 100ms"))
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
        for (String name : List.of("Lycée Ampère", "Lycée Curie", "Collège Pascal", "Collège Valéry")) {
            join(name);
        }
        TestNetwork.await(() -> hub.get(SubNetworks.class).links().size() == 12
                && hub.get(SubNetworks.class).links().stream().allMatch(end -> end.state() == LinkEnd.State.LINKED));
    }

    private void join(String name) {
        Wwwroot site = Wwwroot.of("http://s" + sites.size() + ".localhost:" + node.port());
        sites.put(name, site);
        node.tenants().add(site, name);
        String invitation =
                hub.get(Invitations.class).invite(name, Optional.of(1), "test").line();
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

    private void round() {
        List<Wwwroot> all = new ArrayList<>(sites.values());
        all.add(wwwroot);
        for (Wwwroot site : all) {
            if (node.tenants().entry(site).orElseThrow().isEnabled()) {
                try (TenantLease lease = node.tenants().open(site)) {
                    for (Peer peer : lease.get(Peers.class).list()) {
                        lease.get(Connectivity.class).look(peer);
                        lease.get(Connectivity.class).look(peer);
                    }
                }
            }
        }
        hub.get(Matrix.class).collect();
    }

    @Test
    void troubleIsSeenAtFirstSightAndALinkIsRepairedByOneClick() {
        round();
        Wwwroot ampere = sites.get("Lycée Ampère");
        Wwwroot curie = sites.get("Lycée Curie");
        try (TenantLease lease = node.tenants().open(curie)) {
            lease.get(Services.class)
                    .set(Optional.of(ampere), Optional.of(Set.of()), Optional.of(Set.of("sso_idp")), "somebody");
        }
        node.tenants().disable(sites.get("Collège Valéry"));
        round();
        List<String> problems = new ArrayList<>();
        for (Browser.View view : List.of(Browser.View.DESK, Browser.View.PHONE, new Browser.View(1280, true, "fr"))) {
            try (Browser.Visitor visitor = browser.visitor(view)) {
                Browser.signIn(visitor.page(), wwwroot, "claire", PASSWORD);
                String name = "matrix-" + view.width() + (view.dark() ? "-dark-" : "-light-") + view.language();
                visitor.page().navigate(wwwroot.with("/hub/matrix"));
                assertThat(visitor.page().locator("body").innerText()).contains("Collège Valéry");
                visitor.look(name, problems);
                visitor.page().navigate(wwwroot.with("/hub/matrix?all=yes"));
                visitor.look(name + "-all", problems);
                visitor.page().navigate(wwwroot.with(pair(ampere, curie)));
                visitor.look(name + "-pair", problems);
                visitor.page().navigate(wwwroot.with("/hub"));
                assertThat(visitor.page().locator(".map path.map-failing").count())
                        .as("nobody reaches Valéry")
                        .isPositive();
                assertThat(visitor.page().locator(".map path.map-uneasy").count())
                        .as("Ampère and Curie")
                        .isPositive();
                visitor.look(name + "-overview", problems);
                visitor.page().navigate(wwwroot.with("/hub/sites/site?tab=grants&address=" + curie.value()));
                assertThat(visitor.page().locator("table.list tbody tr").count())
                        .isEqualTo(Operation.onJoining().size());
                visitor.look(name + "-grants", problems);
                visitor.page().navigate(wwwroot.with("/hub/sites/led"));
                visitor.look(name + "-led", problems);
                problems.addAll(visitor.complaints());
            }
        }
        assertThat(problems).isEmpty();

        try (Browser.Visitor visitor = browser.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            Browser.signIn(page, wwwroot, "claire", PASSWORD);
            page.navigate(wwwroot.with("/hub/matrix"));
            page.locator("td.spot-attention a").first().click();
            assertThat(page.locator("h1").innerText()).contains("Ampère").contains("Curie");
            page.locator("button:has-text('Repair this link')").click();
            TestNetwork.await(() -> hub.get(Matrix.class).cells().stream()
                    .filter(cell -> Set.of(ampere, curie).equals(Set.of(cell.at(), cell.about())))
                    .allMatch(cell -> cell.check().worst().isEmpty()));
            page.reload();
            assertThat(page.locator("table.link-pair").innerText()).doesNotContain("services differ");
            visitor.look("matrix-repaired", problems);
        }
        assertThat(problems).isEmpty();
    }

    private static String pair(Wwwroot one, Wwwroot other) {
        return "/hub/matrix/pair?one=" + one.value().replace(":", "%3A") + "&other="
                + other.value().replace(":", "%3A");
    }
}
