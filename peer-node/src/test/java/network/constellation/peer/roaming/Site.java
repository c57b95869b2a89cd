package network.constellation.peer.roaming;

import com.google.inject.AbstractModule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.AccountsModule;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.dispatch.DispatchModule;
import network.constellation.peer.dispatch.WireModule;
import network.constellation.peer.learning.LearningModule;
import network.constellation.peer.mail.MailModule;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.node.TestClock;
import network.constellation.peer.outbound.OutboundModule;
import network.constellation.peer.outbound.TransportModule;
import network.constellation.peer.packages.PackagesModule;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersModule;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformModule;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.peer.system.SystemModule;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebModule;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.session.Origin;
import network.constellation.peer.web.session.Secrets;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.session.StartedSession;

/** A real node with one site, over real HTTP, with a clock that a test moves. */
final class Site implements AutoCloseable {
    private static final Set<String> SSO = Set.of("sso_idp", "sso_sp");

    final TestClock clock = new TestClock();
    final Wwwroot wwwroot;
    final String name;
    private final Path folder;
    private final ConfigReader config;
    private Node node;
    private TenantLease lease;

    /** A page that says who one is. */
    static final class EchoPages implements Pages {
        @Override
        public void routes(Routes routes) {
            routes.get("/echo", Access.anonymous(), request -> {
                String who =
                        request.visitor().map(visitor -> visitor.username()).orElse("nobody");
                String page = request.query("id").isEmpty() ? "home" : "page " + request.query("id");
                return WebResponse.text(page + " of " + request.tenant().name() + " for " + who);
            });
        }
    }

    private Site(Path folder, String name, ConfigReader config) {
        this.name = name;
        this.folder = folder.resolve(name);
        this.config = config.with("door.bind", "127.0.0.1");
        node = node(0);
        wwwroot = Wwwroot.of("http://" + name + ".localhost:" + node.port());
        node.tenants().add(wwwroot, name.toUpperCase(Locale.ROOT));
        lease = node.tenants().open(wwwroot);
    }

    private Node node(int port) {
        return NodeBuilder.in(folder)
                .clock(clock)
                .config(config.with("door.port", port))
                .node(new WireModule(), new TransportModule())
                .tenant(
                        new WebModule(),
                        new PlatformModule(),
                        new MailModule(),
                        new AccountsModule(),
                        new PeersModule(),
                        new SystemModule(),
                        new DispatchModule(),
                        new OutboundModule(),
                        new PackagesModule(),
                        new LearningModule(),
                        new RoamingModule(),
                        new AbstractModule() {
                            @Override
                            protected void configure() {
                                bind(EchoPages.class);
                                Pages.bind(binder(), EchoPages.class);
                            }
                        })
                .build()
                .start();
    }

    void stop() {
        lease.close();
        node.close();
    }

    /** The same site with its data and its address, after {@link #stop}. */
    void startAgain() {
        node = node(wwwroot.port());
        lease = node.tenants().open(wwwroot);
    }

    static Site start(Path folder, String name, ConfigReader config) {
        return new Site(folder, name, config);
    }

    <T> T get(Class<T> type) {
        return lease.get(type);
    }

    /** Makes two sites peers of each other, with single sign-on both ways. */
    static void join(Site one, Site other, SuiteChoice suite) {
        one.admit(other, suite);
        other.admit(one, suite);
    }

    void admit(Site other, SuiteChoice suite) {
        get(Peers.class)
                .admit(
                        other.get(SiteIdentity.class).published(),
                        new PeerTerms(
                                other.name.toUpperCase(Locale.ROOT),
                                Application.CONSTELLATION,
                                suite,
                                AddressRange.parseAll(List.of("127.0.0.0/8")),
                                true),
                        "test",
                        "test");
        services(other, SSO, SSO);
    }

    void services(Site other, Set<String> publish, Set<String> subscribe) {
        get(Services.class).set(Optional.of(other.wwwroot), Optional.of(publish), Optional.of(subscribe), "test");
    }

    User user(String username) {
        String first = username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1);
        return get(Platform.class)
                .users()
                .create(
                        new UserKey(wwwroot, username),
                        User.MANUAL,
                        Profile.of(first, "Œuvré", username + "@" + name + ".example"));
    }

    Optional<User> visitor(Site home, String username) {
        return get(Platform.class).users().find(new UserKey(home.wwwroot, username));
    }

    /** Signs somebody in, as the sign-in page does. */
    Session signIn(Browser browser, User user) {
        StartedSession session = get(Sessions.class)
                .start(user.id(), Origin.local(), Map.of(Session.USER_AGENT, UserAgents.hash(browser.userAgent)));
        browser.setCookie(wwwroot.host(), cookieName(), session.secret());
        return session.session();
    }

    String cookieName() {
        return "cs" + Secrets.nameOf(wwwroot.value()).substring(0, 8) + "-s";
    }

    String secretOf(Browser browser) {
        return browser.cookie(wwwroot.host(), cookieName());
    }

    /** The live session of a browser here. */
    Optional<Session> session(Browser browser) {
        String secret = secretOf(browser);
        return secret.isEmpty() ? Optional.empty() : get(Sessions.class).find(secret);
    }

    void signOut(Browser browser) {
        get(Sessions.class).signOut(session(browser).orElseThrow());
    }

    String jump(Site destination, String wanted) {
        return wwwroot.with("/auth/mnet/jump.php?hostwwwroot=" + destination.wwwroot + "&wantsurl="
                + (wanted.isEmpty() ? "/echo" : wanted));
    }

    List<AuditLine> audited(Predicate<AuditLine> wanted) {
        get(Audit.class).flush();
        return get(Audit.class).page(Long.MAX_VALUE, 200).stream()
                .filter(wanted)
                .toList();
    }

    Instant now() {
        return clock.instant();
    }

    void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    public void close() {
        stop();
    }
}
