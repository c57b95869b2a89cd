package network.constellation.peer.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.AccountsModule;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.mail.MailModule;
import network.constellation.peer.outbound.TestSite;
import network.constellation.peer.platform.PlatformModule;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.web.WebModule;
import network.constellation.peer.web.testing.PageBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator adds a site, compares, approves, agrees services, and replaces keys, in the pages. */
class PeersPagesTest {
    private static final String PASSWORD = "four words are better";

    @TempDir
    Path data;

    private TestSite a;
    private TestSite b;
    private PageBrowser claire;

    @BeforeEach
    void open() {
        a = TestSite.with(
                data,
                // the name that the test's own browser can resolve
                "localhost",
                new WebModule(),
                new PlatformModule(),
                new MailModule(),
                new AccountsModule(),
                new PeersPagesModule());
        b = TestSite.with(data, "b");
        a.get(Accounts.class)
                .create(
                        new NewAccount(
                                "claire",
                                Profile.of("Claire", "Martin", "claire@example.org"),
                                Optional.of(PASSWORD),
                                List.of(Accounts.ADMIN)),
                        "test");
        claire = new PageBrowser(a.wwwroot);
        claire.get("/login").submit("/login", "username", "claire", "password", PASSWORD);
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    @Test
    void fromAddressToAgreedServices() {
        Wwwroot other = b.wwwroot;
        assertThat(claire.get("/admin/peers").text()).contains("No other site yet");
        claire.get("/admin/peers/new").submit("/admin/peers/new", "wwwroot", "nonsense://", "application", "moodle");
        assertThat(claire.status()).isEqualTo(422);
        claire.submit("/admin/peers/new", "wwwroot", other.value(), "application", "constellation", "suite", "auto");
        String fingerprint =
                Fingerprint.of(b.get(SiteIdentity.class).published()).grouped();
        assertThat(claire.text()).contains("wait for your decision", fingerprint);
        String site = claire.path();
        String query = site.substring(site.indexOf('?'));
        String hex = "&fingerprint="
                + Fingerprint.of(b.get(SiteIdentity.class).published()).hex();
        claire.submit("/admin/peers/site/approve" + query + hex);
        assertThat(claire.text()).contains("is a peer now", "Approved");
        claire.submit("/admin/peers/services" + query, "publish.counting", "1");
        assertThat(a.get(Services.class).table().publishes(other, "counting")).isTrue();
        assertThat(a.get(Services.class).table().subscribes(other, "counting")).isFalse();
        claire.submit("/admin/peers/site/suspend" + query);
        assertThat(a.get(Peers.class).require(other).state()).isEqualTo(PeerState.SUSPENDED);
        claire.get(site).submit("/admin/peers/site/resume" + query);
        assertThat(claire.get("/admin/peers").text()).contains("Approved", other.value());
        claire.get("/admin/peers/site/remove" + query).submit("/admin/peers/site/remove" + query);
        assertThat(a.get(Peers.class).require(other).state()).isEqualTo(PeerState.DELETED);
    }

    @Test
    void keysAreShownToEverybodyAndReplacedByAdministrators() {
        PageBrowser stranger = new PageBrowser(a.wwwroot);
        String pem = a.get(SiteIdentity.class).published().certificate().pem();
        assertThat(stranger.get("/mnet/publickey.php").html()).isEqualTo(pem);
        assertThat(stranger.header("content-type")).startsWith("text/plain");
        assertThat(stranger.get("/api/xmlrpc/publickey.php").html()).isEqualTo(pem);
        assertThat(stranger.get("/admin/keys").path()).startsWith("/login");
        assertThat(claire.get("/admin/keys").text()).contains("Generation 1, in use");
        claire.submit("/admin/keys/rotate");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(claire.get("/admin/keys").text())
                        .contains("Generation 2, in use", "generation 1 was replaced"));
        assertThat(claire.get("/admin/peers/services").text()).contains("counting");
    }
}
