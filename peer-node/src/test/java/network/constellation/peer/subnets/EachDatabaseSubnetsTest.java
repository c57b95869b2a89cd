package network.constellation.peer.subnets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.AccountsModule;
import network.constellation.peer.commands.CommandsModule;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.directory.DirectoryModule;
import network.constellation.peer.directory.DirectoryNodeModule;
import network.constellation.peer.dispatch.DispatchModule;
import network.constellation.peer.dispatch.WireModule;
import network.constellation.peer.mail.MailModule;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.outbound.OutboundModule;
import network.constellation.peer.outbound.TransportModule;
import network.constellation.peer.peers.PeersModule;
import network.constellation.peer.platform.PlatformModule;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.system.SystemModule;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.WebModule;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import org.junit.jupiter.api.io.TempDir;

/** What the room of sub-networks keeps is the same on H2 and on PostgreSQL. */
class EachDatabaseSubnetsTest {
    private static final Wwwroot SELF = Wwwroot.of("http://self.localhost");
    private static final Wwwroot FRIEND = Wwwroot.of("http://friend.localhost");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Said SAID = new Said(NOW, Optional.of(new DirectoryVersion(2, 1_000_000_000_000L)));
    private static final Said UNTOLD = new Said(NOW, Optional.empty());

    @TempDir
    Path data;

    @EachDatabase
    void introductionsAreCountedAndWhatWasThereBeforeIsKeptUntilTheLastOneEnds(ConfigReader config) {
        try (Node node = NodeBuilder.in(data)
                .config(config)
                .node(new WireModule(), new TransportModule(), new DirectoryNodeModule())
                .tenant(
                        new WebModule(),
                        new PlatformModule(),
                        new MailModule(),
                        new AccountsModule(),
                        new PeersModule(),
                        new DispatchModule(),
                        new OutboundModule(),
                        new SystemModule(),
                        new CommandsModule(),
                        new DirectoryModule(),
                        new SubnetsModule())
                .build()
                .open()) {
            node.tenants().add(SELF, "Self");
            try (TenantLease self = node.tenants().open(SELF)) {
                SubnetsStore store = self.get(SubnetsStore.class);
                JoinedNetwork network = new JoinedNetwork(
                        "ab".repeat(16), "Été", FRIEND, "cd".repeat(32), JoinedNetwork.State.JOINING, NOW);
                store.save(network);
                store.save(network);
                assertThat(store.network()).contains(network);

                KeptByHand kept = new KeptByHand(Set.of("sso_idp", "sso_sp"), Set.of());
                store.keep(FRIEND, kept);
                store.keep(FRIEND, new KeptByHand(Set.of(), Set.of("later")));
                store.introduced(FRIEND, 1, "One", SAID);
                store.introduced(FRIEND, 2, "Two", UNTOLD);
                store.introduced(FRIEND, 2, "Two, renamed", SAID);
                assertThat(store.subnetworks(FRIEND)).containsExactly(1, 2);
                assertThat(store.introducedSaid(FRIEND, 2)).isEqualTo(SAID);
                assertThat(store.hubServicesSaid()).isEqualTo(Said.NEVER);
                store.hubServices(ServiceMatrix.NONE, SAID);
                assertThat(store.hubServicesSaid()).isEqualTo(SAID);
                store.dismissed(FRIEND, 1, UNTOLD);
                assertThat(store.isIntroduced(FRIEND)).isTrue();
                assertThat(store.kept(FRIEND)).as("the first note counts").contains(kept);
                store.dismissed(FRIEND, 2, SAID);
                store.dismissed(FRIEND, 2, SAID);
                assertThat(store.introducedSaid(FRIEND, 2)).isEqualTo(Said.NEVER);
                assertThat(store.dismissedSaid(FRIEND, 1)).isEqualTo(UNTOLD);
                assertThat(store.dismissedSaid(FRIEND, 2)).isEqualTo(SAID);
                assertThat(store.isIntroduced(FRIEND)).isFalse();
                assertThat(store.kept(FRIEND)).isEmpty();
            }
        }
    }
}
