package network.constellation.testnetwork.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.connectivity.Matrix;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.connectivity.Connectivity;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.browser.Browser;
import network.constellation.testnetwork.browser.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The morning's question in a real browser: trouble made at the sites is seen, and one link is repaired by a click. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixInBrowserTest {
    private final Map<String, Wwwroot> sites = new LinkedHashMap<>();
    private Scene scene;

    @BeforeAll
    void open(@TempDir Path data) {
        scene = Scene.hub(data, "Académie du Sud", "connectivity.every = 24h\nmatrix.every = 24h\njobs.poll = 100ms");
        for (String name : List.of("Lycée Ampère", "Lycée Curie", "Collège Pascal", "Collège Valéry")) {
            sites.put(name, scene.join("s" + sites.size(), name, 1));
        }
        TestNetwork.await(() -> scene.get(SubNetworks.class).links().size() == 12
                && scene.get(SubNetworks.class).links().stream().allMatch(end -> end.state() == LinkEnd.State.LINKED));
    }

    @AfterAll
    void close() {
        if (scene != null) {
            scene.close();
        }
    }

    private void round() {
        List<Wwwroot> all = new ArrayList<>(sites.values());
        all.add(scene.wwwroot());
        for (Wwwroot site : all) {
            if (scene.node().tenants().entry(site).orElseThrow().isEnabled()) {
                try (TenantLease lease = scene.node().tenants().open(site)) {
                    for (Peer peer : lease.get(Peers.class).list()) {
                        lease.get(Connectivity.class).look(peer);
                        lease.get(Connectivity.class).look(peer);
                    }
                }
            }
        }
        scene.get(Matrix.class).collect();
    }

    @Test
    void troubleIsSeenAtFirstSightAndALinkIsRepairedByOneClick() {
        round();
        Wwwroot ampere = sites.get("Lycée Ampère");
        Wwwroot curie = sites.get("Lycée Curie");
        try (TenantLease lease = scene.node().tenants().open(curie)) {
            lease.get(Services.class)
                    .set(Optional.of(ampere), Optional.of(Set.of()), Optional.of(Set.of("sso_idp")), "somebody");
        }
        scene.node().tenants().disable(sites.get("Collège Valéry"));
        round();
        List<String> problems = new ArrayList<>();
        for (Browser.View view : List.of(Browser.View.DESK, Browser.View.PHONE, new Browser.View(1280, true, "fr"))) {
            try (Browser.Visitor visitor = scene.visitor(view)) {
                scene.signIn(visitor.page());
                String name = "matrix-" + view.width() + (view.dark() ? "-dark-" : "-light-") + view.language();
                visitor.page().navigate(scene.wwwroot().with("/hub/matrix"));
                assertThat(visitor.page().locator("body").innerText()).contains("Collège Valéry");
                visitor.look(name, problems);
                visitor.page().navigate(scene.wwwroot().with("/hub/matrix?all=yes"));
                visitor.look(name + "-all", problems);
                visitor.page().navigate(scene.wwwroot().with(pair(ampere, curie)));
                visitor.look(name + "-pair", problems);
                visitor.page().navigate(scene.wwwroot().with("/hub"));
                assertThat(visitor.page().locator(".map path.map-failing").count())
                        .as("nobody reaches Valéry")
                        .isPositive();
                assertThat(visitor.page().locator(".map path.map-uneasy").count())
                        .as("Ampère and Curie")
                        .isPositive();
                visitor.look(name + "-overview", problems);
                visitor.page().navigate(scene.wwwroot().with("/hub/sites/site?tab=grants&address=" + curie.value()));
                assertThat(visitor.page().locator("table.list tbody tr").count())
                        .isEqualTo(Operation.onJoining().size());
                visitor.look(name + "-grants", problems);
                visitor.page().navigate(scene.wwwroot().with("/hub/sites/led"));
                visitor.look(name + "-led", problems);
                problems.addAll(visitor.complaints());
            }
        }
        assertThat(problems).isEmpty();

        try (Browser.Visitor visitor = scene.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            scene.signIn(page);
            page.navigate(scene.wwwroot().with("/hub/matrix"));
            page.locator("td.spot-attention a").first().click();
            assertThat(page.locator("h1").innerText()).contains("Ampère").contains("Curie");
            page.locator("button:has-text('Repair this link')").click();
            TestNetwork.await(() -> scene.get(Matrix.class).cells().stream()
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
