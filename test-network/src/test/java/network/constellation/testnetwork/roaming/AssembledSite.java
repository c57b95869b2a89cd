package network.constellation.testnetwork.roaming;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import network.constellation.app.Assembly;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;

/** A node as the program puts it together, with one site and people who sign in with a password. */
final class AssembledSite implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    private final Node node;
    private final TenantLease lease;
    final String name;
    final Wwwroot wwwroot;

    AssembledSite(Path folder, String name) {
        this.name = name;
        node = Assembly.builder(folder.resolve(name))
                .config(ConfigReader.of(TestSite.LOOPBACK).with("door.port", 0))
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

    /** Joins by an invitation of the hub, as an administrator pastes it: no key is typed, no service set by hand. */
    void join(String invitation) {
        UUID job = get(Membership.class).join(invitation, "test");
        JobView ended = get(Jobs.class).await(job, TestNetwork.PATIENCE);
        if (ended.state() != JobView.State.DONE) {
            throw new AssertionError(wwwroot + " did not join: " + ended);
        }
    }

    @Override
    public void close() {
        lease.close();
        node.close();
    }
}
