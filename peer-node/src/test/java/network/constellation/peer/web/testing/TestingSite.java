package network.constellation.peer.web.testing;

import com.google.inject.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.AccountsModule;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.door.Door;
import network.constellation.peer.mail.MailModule;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.node.TestClock;
import network.constellation.peer.platform.PlatformModule;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.WebModule;

/** A real node on a free port, with one site at {@code http://localhost:PORT} and the rooms of pages and people. */
public final class TestingSite implements AutoCloseable {
    public static final String PASSWORD = "four words are better";

    private final TestClock clock = new TestClock();
    private final Node node;
    private final Wwwroot wwwroot;
    private final TenantLease lease;

    public TestingSite(Path data, Module... more) {
        this(data, "", more);
    }

    /** @param hocon settings besides the free port */
    public TestingSite(Path data, String hocon, Module... more) {
        this(data, ConfigReader.of(hocon), more);
    }

    /** @param settings besides the free port, such as a database's */
    public TestingSite(Path data, ConfigReader settings, Module... more) {
        List<Module> modules =
                new ArrayList<>(List.of(new WebModule(), new PlatformModule(), new MailModule(), new AccountsModule()));
        modules.addAll(List.of(more));
        node = NodeBuilder.in(data)
                .clock(clock)
                .config(settings.with("door.bind", "127.0.0.1").with("door.port", 0))
                .tenant(modules.toArray(new Module[0]))
                .build()
                .start();
        wwwroot = Wwwroot.of("http://localhost:" + node.get(Door.class).port());
        node.tenants().add(wwwroot, "Lycée Amina");
        lease = node.tenants().open(wwwroot);
    }

    public Wwwroot wwwroot() {
        return wwwroot;
    }

    public TestClock clock() {
        return clock;
    }

    /** Something of the site's. */
    public <T> T get(Class<T> type) {
        return lease.get(type);
    }

    /** An account with the password {@link #PASSWORD}. */
    public User user(String username, String... roles) {
        String name = username.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + username.substring(1);
        return get(Accounts.class)
                .create(
                        new NewAccount(
                                username,
                                Profile.of(name, "Martin", username + "@example.org"),
                                Optional.of(PASSWORD),
                                List.of(roles)),
                        "test");
    }

    public PageBrowser browser() {
        return new PageBrowser(wwwroot);
    }

    /** A browser in which this user is signed in. */
    public PageBrowser browser(String username) {
        PageBrowser browser = browser();
        browser.get("/login").submit("/login", "username", username, "password", PASSWORD);
        return browser;
    }

    @Override
    public void close() {
        lease.close();
        node.close();
    }
}
