package network.constellation.testnetwork.originals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.originals.LedSite;
import network.constellation.hub.originals.LedSites;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.certificate.TlsKeyPem;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Our hub leads Moodle sites with VMoodle, in one sub-network with members of ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubLeadsTest {
    private final CryptoEngine engine = CryptoEngine.detect();
    private final TestingKeys keys = new TestingKeys(engine);
    private TestNetwork network;
    private TestSite member;

    @BeforeAll
    void start(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        member = network.site("member");
        network.inviteAndJoin(member, 1);
    }

    @AfterAll
    void stop() {
        network.close();
    }

    private VMoodleSite original(String name, String root) {
        return new VMoodleSite(name, root, engine, keys.rsa());
    }

    private JobView lead(VMoodleSite site, int subnetwork, boolean boot, String... services) {
        return lead(site.wwwroot(), subnetwork, boot, Optional.empty(), services);
    }

    private JobView lead(Wwwroot site, int subnetwork, boolean boot, Optional<String> fingerprint, String... services) {
        UUID job = network.hub()
                .get(LedSites.class)
                .lead(
                        new LedSites.Wish(
                                site, "Original", Optional.of(subnetwork), fingerprint, boot, Set.of(services)),
                        TestNetwork.ACTOR);
        return network.hub().get(Jobs.class).await(job, TestNetwork.PATIENCE);
    }

    private LedSite led(Wwwroot site) {
        return network.hub().get(LedSites.class).find(site).orElseThrow();
    }

    private String master() {
        return network.hub().wwwroot().value();
    }

    private List<LinkEnd> ends(VMoodleSite site) {
        return network.hub().get(SubNetworks.class).links().stream()
                .filter(end -> end.at().equals(site.wwwroot()) || end.about().equals(site.wwwroot()))
                .toList();
    }

    private void awaitLinked(VMoodleSite site) {
        TestNetwork.await(() ->
                ends(site).size() >= 2 && ends(site).stream().allMatch(end -> end.state() == LinkEnd.State.LINKED));
    }

    @Test
    void aSiteIsBootedExchangedBoundAndMeshedAndLeavesAgain() {
        try (VMoodleSite site = original("old", "blocks/vmoodle/")) {
            site.prepareFor(network.hub().wwwroot());
            String before = site.certificate().pem();
            assertThat(lead(site, 1, true).state()).isEqualTo(JobView.State.DONE);
            assertThat(site.boots).isEqualTo(1);
            assertThat(site.certificate().pem()).isNotEqualTo(before);
            assertThat(led(site.wwwroot()).root()).isEqualTo("blocks/vmoodle/");
            assertThat(led(site.wwwroot()).note()).isEmpty();
            assertThat(network.hub()
                            .get(Services.class)
                            .table()
                            .rows(site.wwwroot().value()))
                    .containsExactlyInAnyOrder(
                            new ServiceGrant("mnetadmin", false, true),
                            new ServiceGrant("sso_sp", false, true),
                            new ServiceGrant("sso_idp", true, false));
            assertThat(network.hub().get(Registry.class).find(site.wwwroot()))
                    .get()
                    .extracting(Member::application)
                    .isEqualTo("moodle");

            awaitLinked(site);
            String about = member.wwwroot().value();
            assertThat(site.known.called).contains("bind_peer admin " + master() + " " + master());
            assertThat(site.known.hosts.get(about))
                    .containsEntry("deleted", "0")
                    .containsEntry(
                            "public_key",
                            member.get(SiteIdentity.class)
                                    .published()
                                    .certificate()
                                    .pem());
            Map<String, String> bound = site.known.bindings.get(about);
            assertThat(bound).containsKeys("sso_idp", "sso_sp").doesNotContainKeys("mnetadmin", "publishflow");
            assertThat(member.get(Services.class).table().rows(site.wwwroot().value()))
                    .filteredOn(grant -> bound.containsKey(grant.service()))
                    .allSatisfy(grant -> assertThat(bound.get(grant.service()))
                            .isEqualTo((grant.subscribe() ? "p" : "") + (grant.publish() ? "s" : "")));

            // Both directions work, in the legacy suite.
            assertThat(site.call(
                            member.wwwroot(),
                            member.get(SiteIdentity.class).published().certificate(),
                            "system/listServices"))
                    .isInstanceOf(MethodResponse.Success.class);
            assertThat(member.get(PeerClient.class)
                            .call(
                                    member.get(Peers.class).require(site.wwwroot()),
                                    SystemMethods.LIST_SERVICES,
                                    Nothing.NOTHING))
                    .isEmpty();

            network.hub().get(SubNetworks.class).leave(1, site.wwwroot(), TestNetwork.ACTOR);
            TestNetwork.await(() -> "1".equals(site.known.hosts.get(about).get("deleted")));
            TestNetwork.await(() -> member.get(Peers.class)
                    .find(site.wwwroot())
                    .filter(peer -> peer.isApproved())
                    .isEmpty());
            assertThat(site.known.hosts.get(master())).containsEntry("deleted", "0");

            LedSites sites = network.hub().get(LedSites.class);
            sites.remove(site.wwwroot(), Person.unnamed(TestNetwork.ACTOR));
            TestNetwork.await(() -> sites.find(site.wwwroot()).isEmpty());
            assertThat(network.hub().get(Registry.class).find(site.wwwroot()))
                    .get()
                    .extracting(Member::state)
                    .isEqualTo(Member.State.REMOVED);
            assertThatThrownBy(() -> sites.remove(site.wwwroot(), Person.unnamed(TestNetwork.ACTOR)))
                    .hasMessageContaining("is not led");
        }
    }

    @Test
    void theErrorsOfAnOriginalAreShownAtTheLinkAndHoldUpNobody() {
        try (VMoodleSite site = original("partly", "local/vmoodle/")) {
            site.prepareFor(network.hub().wwwroot());
            site.known.services.remove("sso_sp");
            assertThat(lead(site, 1, false).state()).isEqualTo(JobView.State.DONE);
            TestNetwork.await(() -> ends(site).stream()
                    .anyMatch(end -> end.lastError() != null && end.lastError().contains("no record")));
            TestNetwork.await(() -> member.get(Peers.class)
                    .find(site.wwwroot())
                    .filter(peer -> peer.isApproved())
                    .isPresent());
            site.known.services.add("sso_sp");
            network.hub().get(SubNetworks.class).leave(1, site.wwwroot(), TestNetwork.ACTOR);
        }
    }

    @Test
    @Tag("NA-12")
    void aCertificateOfAnotherNameIsRefusedWithACodeOfItsOwn() {
        try (VMoodleSite site = original("named", "local/vmoodle/")) {
            RsaPrivateKey key = keys.rsa();
            site.show(site.certificateOf(Wwwroot.of("https://elsewhere.example"), key));
            assertThat(lead(site, 1, false).state()).isEqualTo(JobView.State.FAILED);
            assertThat(led(site.wwwroot()).note()).startsWith("certificate-");
            assertThat(network.hub().get(Peers.class).find(site.wwwroot())).isEmpty();
            assertThat(network.hub().get(Registry.class).find(site.wwwroot())).isEmpty();

            site.show(site.certificateOf(site.wwwroot(), key));
            assertThat(lead(site.wwwroot(), 1, false, Optional.of("0".repeat(64)))
                            .state())
                    .isEqualTo(JobView.State.FAILED);
            assertThat(led(site.wwwroot()).note()).startsWith("other-fingerprint: ");
            assertThat(led(site.wwwroot()).note())
                    .contains(Fingerprint.of(site.certificate()).grouped());
            assertThat(network.hub().get(Registry.class).find(site.wwwroot())).isEmpty();
        }
    }

    @Test
    @Tag("NA-12")
    void aServerCertificateThatNobodySignedIsRefusedByDefault() throws Exception {
        RsaPrivateKey key = keys.rsa();
        try (VMoodleSite maker = original("maker", "local/vmoodle/")) {
            String chain = maker.certificateOf(Wwwroot.of("https://selfsigned.localhost"), key)
                    .pem();
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(
                    TlsKeyPem.keyStore(chain, Pem.write("PRIVATE KEY", key.pkcs8())), TlsKeyPem.PASSWORD.toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(managers.getKeyManagers(), null, null);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            try {
                server.setHttpsConfigurator(new HttpsConfigurator(tls));
                server.start();
                Wwwroot site = Wwwroot.of(
                        "https://selfsigned.localhost:" + server.getAddress().getPort());
                LedSites sites = network.hub().get(LedSites.class);
                UUID job = sites.lead(
                        new LedSites.Wish(site, "", Optional.of(1), Optional.empty(), false, Set.of()),
                        TestNetwork.ACTOR);
                TestNetwork.await(() -> led(site).note().startsWith("unreachable: "));
                assertThat(led(site).note().toLowerCase(java.util.Locale.ROOT)).containsAnyOf("tls", "certif", "pkix");
                assertThat(network.hub().get(Peers.class).find(site)).isEmpty();
                network.hub().get(Jobs.class).cancel(job);
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void aMemberOfOurOwnKindIsNotLedThisWay() {
        assertThatThrownBy(() -> lead(member.wwwroot(), 1, false, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("member by invitation");
    }
}
