package network.constellation.peer.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.dispatch.DispatchModule;
import network.constellation.peer.dispatch.WireModule;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.outbound.OutboundModule;
import network.constellation.peer.outbound.TransportModule;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.system.SystemModule;
import network.constellation.peer.tenant.TenantLease;
import org.junit.jupiter.api.io.TempDir;

/** What the room of peers keeps is the same on H2 and on PostgreSQL, and after the process ended. */
class EachDatabasePeersTest {
    private static final Wwwroot SELF = Wwwroot.of("http://self.localhost");

    @TempDir
    Path data;

    private Node node(ConfigReader config) {
        return NodeBuilder.in(data)
                .config(config)
                .node(new WireModule(), new TransportModule())
                .tenant(new PeersModule(), new DispatchModule(), new OutboundModule(), new SystemModule())
                .build()
                .open();
    }

    @EachDatabase
    void peersOffersKeysAndServicesAreReadAsTheyWereWritten(ConfigReader config) throws Exception {
        Peer stored;
        PublicIdentity first;
        PublicIdentity stranger;
        Instant heard = Instant.parse("2026-11-21T08:00:00.123456Z");
        try (Node node = node(config)) {
            CryptoEngine engine = node.get(CryptoEngine.class);
            TestingKeys keys = new TestingKeys(engine);
            Wwwroot friend = Wwwroot.of("http://friend.localhost");
            first = keys.site(friend, Instant.now()).publicIdentity(engine);
            PublicIdentity second = keys.site(friend, Instant.now()).publicIdentity(engine);
            stranger = keys.site(Wwwroot.of("http://stranger.localhost"), Instant.now())
                    .publicIdentity(engine);
            node.tenants().add(SELF, "Self");
            try (TenantLease self = node.tenants().open(SELF)) {
                Peers peers = self.get(Peers.class);
                peers.admit(first, terms(""), "administrator", "test");
                peers.admit(second, terms("0123456789abcdef0123456789abcdef"), "hub", "test");
                peers.setHub(friend, "test");
                peers.proved(peers.require(friend), Suite.MODERN);
                peers.suspend(friend, "test");
                peers.resume(friend, "test");
                peers.heard(friend, heard);
                peers.failed(friend, "Œuvre: no answer");
                peers.saveContacts();
                stored = peers.require(friend);

                InetAddress from = InetAddress.getByName("192.0.2.7");
                Offers offers = self.get(Offers.class);
                assertThat(offers.offer(stranger, Application.MOODLE, from)).isEqualTo(Offers.Outcome.PENDING);
                assertThat(offers.offer(stranger, Application.MOODLE, from)).isEqualTo(Offers.Outcome.KNOWN);
                offers.propose(stranger, terms(""), "test");
                offers.refuse(stranger.wwwroot(), Optional.empty(), "test");

                Services services = self.get(Services.class);
                services.set(Optional.of(friend), Optional.of(Set.of("a", "b")), Optional.of(Set.of("b", "c")), "test");
                services.set(Optional.of(friend), Optional.of(Set.of("a")), Optional.empty(), "test");
                services.set(Optional.empty(), Optional.of(Set.of("all")), Optional.of(Set.of()), "test");
                services.setDisabled("system/listMethods", true, "test");
                services.setDisabled("system/listMethods", true, "test");
            }
        }
        try (Node node = node(config);
                TenantLease self = node.tenants().open(SELF)) {
            Peers peers = self.get(Peers.class);
            Wwwroot friend = stored.wwwroot();
            Peer read = peers.require(friend);
            assertThat(read.terms()).isEqualTo(stored.terms());
            assertThat(read.identity()).isEqualTo(stored.identity());
            assertThat(read.ratchet()).isEqualTo(Suite.MODERN);
            assertThat(read.isApproved()).isTrue();
            assertThat(peers.hub()).contains(read);
            assertThat(peers.contact(friend).lastContact()).contains(heard);
            assertThat(peers.contact(friend).lastError()).contains("Œuvre: no answer");
            assertThat(peers.formerKeys(friend))
                    .singleElement()
                    .satisfies(former ->
                            assertThat(former.fingerprint()).isEqualTo(new PeerKeys(first, heard, "").fingerprint()));
            assertThat(self.get(Offers.class).list()).singleElement().satisfies(offer -> {
                assertThat(offer.state()).isEqualTo(PeerState.REFUSED);
                assertThat(offer.identity()).isEqualTo(stranger);
                assertThat(offer.terms().allowed()).isEqualTo(terms("").allowed());
            });
            ServiceTable table = self.get(Services.class).table();
            assertThat(table.rows(friend.value()))
                    .containsExactlyInAnyOrder(
                            new ServiceGrant("a", true, false),
                            new ServiceGrant("b", false, true),
                            new ServiceGrant("c", false, true));
            assertThat(table.rows(ServiceTable.ALL_HOSTS)).containsExactly(new ServiceGrant("all", true, false));

            self.get(Offers.class).forget(stranger.wwwroot(), "test");
            peers.remove(friend, "test");
            self.get(Services.class).replace(friend.value(), List.of(), "test");
            peers.reload();
            assertThat(peers.require(friend).state()).isEqualTo(PeerState.DELETED);
            assertThat(peers.hub()).isEmpty();
            assertThat(self.get(Offers.class).list()).isEmpty();
        }
    }

    private static PeerTerms terms(String network) {
        return new PeerTerms(
                "Été & Fils",
                Application.CONSTELLATION,
                SuiteChoice.AUTO,
                AddressRange.parseAll(List.of("10.0.0.0/8", "fd00::/8")),
                true,
                network);
    }
}
