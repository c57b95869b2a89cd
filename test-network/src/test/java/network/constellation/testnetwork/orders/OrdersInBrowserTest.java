package network.constellation.testnetwork.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import network.constellation.hub.orders.Order;
import network.constellation.hub.orders.Orders;
import network.constellation.hub.registry.Invitations;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Permission;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator plans, runs and rolls back a configuration change, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersInBrowserTest {
    private static final String PASSWORD = "four words are better";

    private Browser browser;
    private Node node;
    private TenantLease hub;
    private Wwwroot wwwroot;
    private final List<Wwwroot> sites = new ArrayList<>();

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
        administrator(hub);
        join("a", "Lycée Amina-Diallo");
        join("b", "Lycée Bertrand-Russell");
        join("c", "Collège Curie");
        in(sites.get(1), site -> site.get(Platform.class).settings().set("core", "lang", "fr"));
        in(
                sites.get(2),
                site -> site.get(Platform.class)
                        .roles()
                        .permit("student", "moodle/course:viewparticipants", Optional.of(Permission.PREVENT)));
    }

    private static void administrator(TenantLease site) {
        site.get(Accounts.class)
                .create(
                        new NewAccount(
                                "claire",
                                Profile.of("Claire", "Bernard", "claire@example.org"),
                                Optional.of(PASSWORD),
                                List.of(Accounts.ADMIN)),
                        "test");
    }

    private void join(String host, String name) {
        Wwwroot site = Wwwroot.of("http://" + host + ".localhost:" + node.port());
        node.tenants().add(site, name);
        String invitation = hub.get(Invitations.class)
                .invite(name, Optional.empty(), "test")
                .line();
        in(site, lease -> {
            UUID job = lease.get(Membership.class).join(invitation, "test");
            assertThat(lease.get(Jobs.class).await(job, Duration.ofSeconds(60)).toString())
                    .contains("DONE");
        });
        sites.add(site);
    }

    private void in(Wwwroot site, java.util.function.Consumer<TenantLease> work) {
        try (TenantLease lease = node.tenants().open(site)) {
            work.accept(lease);
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

    private void signIn(Page page, Wwwroot site) {
        Browser.signIn(page, site, "claire", PASSWORD);
    }

    private List<String> languages() {
        List<String> all = new ArrayList<>();
        sites.forEach(site -> in(
                site,
                lease -> all.add(
                        lease.get(Platform.class).settings().get("core", "lang").orElse("none"))));
        return all;
    }

    @Test
    void anAdministratorPlansRunsAndRollsBackAChange() {
        try (Browser.Visitor visitor = browser.visitor(Browser.View.DESK)) {
            Page page = visitor.page();
            signIn(page, wwwroot);
            page.navigate(wwwroot.with("/hub/orders"));
            click(page, "New order");
            click(page, "Set a setting");
            page.fill("#p-key", "lang");
            page.fill("#p-value", "de");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the plan"))
                    .click();
            page.getByText("Planned, waits for you").first().waitFor();
            assertThat(page.content()).contains("Will change", "&quot;fr&quot;".replace("&quot;", "\""));
            assertThat(languages()).containsExactly("none", "fr", "none");

            click(page, "Apply");
            assertThat(page.content()).contains("Sites: 3");
            page.locator("main button.danger").click();
            page.locator(".head").getByText("Done").waitFor();
            assertThat(languages()).containsExactly("de", "de", "de");

            click(page, "Roll back");
            page.locator("main button.danger").click();
            page.locator(".head").getByText("Rolled back").waitFor();
            assertThat(languages()).containsExactly("none", "fr", "none");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void click(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    @ParameterizedTest
    @CsvSource({"1280, false, en", "390, true, fr"})
    void thePagesAreWellInEveryForm(int width, boolean dark, String language) {
        Orders orders = hub.get(Orders.class);
        Order compared = orders.plan("role-compare", Map.of("role", "student"), List.of("all"), "claire");
        orders.await(compared.number(), Duration.ofSeconds(60));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("list", "/hub/orders");
        pages.put("new", "/hub/orders/new?command=role-sync&scope=some");
        pages.put("order", "/hub/orders/" + compared.number());
        pages.put("comparison", "/hub/orders/roles/" + compared.number() + "?all=yes");
        List<String> problems = new ArrayList<>();
        String form = width + (dark ? "-dark-" : "-light-") + language + "-";
        try (Browser.Visitor visitor = browser.visitor(new Browser.View(width, dark, language))) {
            signIn(visitor.page(), wwwroot);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                visitor.page().navigate(wwwroot.with(page.getValue()));
                visitor.look("orders-" + form + page.getKey(), problems);
            }
            String words = language.equals("fr") ? "Comparer une fiche de rôle" : "Compare a role sheet";
            visitor.page().navigate(wwwroot.with(pages.get("list")));
            visitor.page().getByText(compared.number() + " · " + words).first().click();
            assertThat(visitor.page().title()).contains(words);
            problems.addAll(visitor.complaints());
        }
        in(sites.get(0), OrdersInBrowserTest::administratorOnce);
        try (Browser.Visitor visitor = browser.visitor(new Browser.View(width, dark, language))) {
            signIn(visitor.page(), sites.get(0));
            visitor.page().navigate(sites.get(0).with("/admin/hub"));
            visitor.look("orders-" + form + "grants", problems);
            problems.addAll(visitor.complaints());
        }
        assertThat(problems).isEmpty();
    }

    private static void administratorOnce(TenantLease site) {
        boolean there = site.get(Platform.class).users().findLocal("claire").isPresent();
        if (!there) {
            administrator(site);
        }
    }
}
