package network.constellation.testnetwork.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.app.Assembly;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.registry.Invitations;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.browser.Browser.View;
import network.constellation.testnetwork.browser.Browser.Visitor;

/**
 * What a test in a browser begins with: Chromium, and one node with the site (or the hub) that is looked at. {@code close}
 * ends them all, also when the beginning failed half way.
 */
public final class Scene implements AutoCloseable {
    public static final String PASSWORD = "four words are better";
    private static final String ACTOR = "test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Browser browser = Browser.open();
    private final Node node;
    private final Wwwroot wwwroot;
    private final TenantLease lease;

    private Scene(Path data, String host, String name, boolean hub, String settings) {
        node = Assembly.builder(data)
                .config(ConfigReader.of("door { bind = \"127.0.0.1\", port = 0 }\n"
                        + "net { allow-addresses = [\"127.0.0.0/8\"], allow-http = true }\n" + settings))
                .build()
                .start();
        wwwroot = Wwwroot.of("http://" + host + ":" + node.port());
        if (hub) {
            lease = node.get(HubTenant.class).found(wwwroot, name, ACTOR);
        } else {
            node.tenants().add(wwwroot, name);
            lease = node.tenants().open(wwwroot);
        }
    }

    /** With an administrator {@code claire}. */
    static Scene site(Path data, String name) {
        Scene scene = new Scene(data, "localhost", name, false, "");
        scene.account("claire", "Claire", "Bernard", Accounts.ADMIN);
        return scene;
    }

    /** With an administrator {@code claire}. */
    static Scene hub(Path data, String name) {
        return hub(data, name, "");
    }

    /** @param settings of the node, in the form of its file */
    public static Scene hub(Path data, String name, String settings) {
        Scene scene = new Scene(data, "hub.localhost", name, true, settings);
        scene.account("claire", "Claire", "Bernard", Accounts.ADMIN);
        return scene;
    }

    public User account(String username, String first, String last, String... roles) {
        return get(Accounts.class)
                .create(
                        new NewAccount(
                                username,
                                Profile.of(first, last, username + "@example.org"),
                                Optional.of(PASSWORD),
                                List.of(roles)),
                        ACTOR);
    }

    /** Another tenant of the same node, which joins the hub by an invitation. */
    public Wwwroot join(String host, String name, int subnetwork) {
        Wwwroot site = Wwwroot.of("http://" + host + ".localhost:" + node.port());
        node.tenants().add(site, name);
        String invitation = get(Invitations.class)
                .invite(name, Optional.of(subnetwork), ACTOR)
                .line();
        try (TenantLease joining = node.tenants().open(site)) {
            JobView job =
                    joining.get(Jobs.class).await(joining.get(Membership.class).join(invitation, ACTOR), PATIENCE);
            if (job.state() != JobView.State.DONE) {
                throw new AssertionError(site + " did not join: " + job);
            }
        }
        return site;
    }

    public <T> T get(Class<T> type) {
        return lease.get(type);
    }

    public Node node() {
        return node;
    }

    public Wwwroot wwwroot() {
        return wwwroot;
    }

    /** Somebody who has not signed in. */
    public Visitor visitor(View view) {
        return browser.visitor(view);
    }

    /** The administrator, signed in. */
    public Visitor administrator(View view) {
        Visitor visitor = browser.visitor(view);
        signIn(visitor.page());
        return visitor;
    }

    public void signIn(Page page) {
        Browser.signIn(page, wwwroot, "claire", PASSWORD);
    }

    /** Opens each page, judges it and keeps its picture under {@code prefix} and its name. */
    void lookAt(Visitor visitor, String prefix, Map<String, String> pages, List<String> problems) {
        pages.forEach((name, path) -> {
            visitor.page().navigate(wwwroot.with(path));
            if (visitor.page().locator("h1").count() != 1) {
                problems.add(path + " has " + visitor.page().locator("h1").count() + " headings");
            }
            visitor.look(prefix + name, problems);
        });
    }

    @Override
    public void close() {
        browser.close();
        lease.close();
        node.close();
    }
}
