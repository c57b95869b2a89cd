package network.constellation.testnetwork.roaming;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import network.constellation.app.Assembly;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.tenant.TenantLease;

/** A node as the program puts it together, with one site and people who sign in with a password. */
final class AssembledSite implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    private static final Set<String> SSO = Set.of("sso_idp", "sso_sp");

    private final Node node;
    private final TenantLease lease;
    final String name;
    final Wwwroot wwwroot;

    AssembledSite(Path folder, String name) {
        this.name = name;
        node = Assembly.builder(folder.resolve(name))
                .config(ConfigReader.empty().with("door.port", 0).with("door.bind", "127.0.0.1"))
                .build()
                .start();
        wwwroot = Wwwroot.of("http://" + name + ".localhost:" + node.port());
        node.tenants().add(wwwroot, "Site " + name.toUpperCase(Locale.ROOT));
        lease = node.tenants().open(wwwroot);
    }

    <T> T get(Class<T> type) {
        return lease.get(type);
    }

    void account(String username, String first, String last) {
        get(Accounts.class)
                .create(
                        new NewAccount(
                                username,
                                Profile.of(first, last, username + "@" + name + ".example"),
                                Optional.of(PASSWORD),
                                List.of()),
                        "test");
    }

    static void join(AssembledSite one, AssembledSite other) {
        one.admit(other);
        other.admit(one);
    }

    private void admit(AssembledSite other) {
        get(Peers.class)
                .admit(
                        other.get(SiteIdentity.class).published(),
                        new PeerTerms(
                                "Site " + other.name.toUpperCase(Locale.ROOT),
                                Application.CONSTELLATION,
                                SuiteChoice.AUTO,
                                AddressRange.parseAll(List.of("127.0.0.0/8")),
                                true),
                        "test",
                        "test");
        get(Services.class).set(Optional.of(other.wwwroot), Optional.of(SSO), Optional.of(SSO), "test");
    }

    @Override
    public void close() {
        lease.close();
        node.close();
    }
}
