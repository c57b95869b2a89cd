package network.constellation.testnetwork.originals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A site of ours that a VMoodle master leads. */
class LedByMasterTest extends MasterAndSite {
    @Test
    void aMasterIsAcceptedByItsFingerprintOnly() {
        masters().withdraw(TestNetwork.ACTOR);
        site.get(Peers.class).remove(master.wwwroot(), TestNetwork.ACTOR);
        assertThatThrownBy(
                        () -> masters().accept(master.wwwroot(), Optional.empty(), Set.of(), null, TestNetwork.ACTOR))
                .hasMessageContaining(Fingerprint.of(master.certificate()).grouped());
        assertThatThrownBy(() -> masters()
                        .accept(master.wwwroot(), Optional.of("0".repeat(64)), Set.of(), null, TestNetwork.ACTOR))
                .hasMessageContaining("another fingerprint");
        assertThat(masters().master()).isEmpty();
        assertThat(peer(master)).get().extracting(Peer::state).isEqualTo(PeerState.DELETED);
        accept();
        assertThat(masters().master()).get().extracting(Peer::wwwroot).isEqualTo(master.wwwroot());
        assertThat(services(master))
                .containsExactlyInAnyOrder(
                        new ServiceGrant("mnetadmin", true, false),
                        new ServiceGrant("sso_sp", true, false),
                        new ServiceGrant("sso_idp", false, true));
    }

    @Test
    @Tag("NA-18")
    void bindUnbindAndBindAgainRevivesTheSameHost() {
        assertStatus(bind(sibling), 200);
        Peer first = peer(sibling).orElseThrow();
        assertThat(first.isApproved()).isTrue();
        assertThat(services(sibling))
                .containsExactlyInAnyOrder(
                        new ServiceGrant("sso_idp", true, true), new ServiceGrant("sso_sp", true, true));
        assertStatus(order(master, master, UNBIND, Value.of(sibling.wwwroot().value())), 200);
        assertThat(peer(sibling)).get().extracting(Peer::state).isEqualTo(PeerState.DELETED);
        assertThat(services(sibling)).isEmpty();
        assertStatus(bind(sibling), 200);
        Peer again = peer(sibling).orElseThrow();
        assertThat(again.created()).isEqualTo(first.created());
        assertThat(again.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(again.isApproved()).isTrue();
        assertThat(sibling.call(site.wwwroot(), ours(), "system/listServices"))
                .isInstanceOf(MethodResponse.Success.class);
        assertStatus(order(master, master, UNBIND, Value.of("https://nobody.example")), 200);
        assertStatus(order(master, master, UNBIND, Value.of("no address at all")), 200);
    }

    @Test
    @Tag("NA-18")
    void theOriginalsShiftedParametersAreUnderstood() {
        assertStatus(bind(sibling), 200);
        String root = master.wwwroot().value();
        Value caller = new Value.Struct(Map.of(
                "username", Value.of("admin"),
                "remoteuserhostroot", Value.of(root),
                "remotehostroot", Value.of(root)));
        assertStatus(
                json(master.call(
                        site.wwwroot(),
                        ours(),
                        UNBIND,
                        caller,
                        Value.of("admin"),
                        Value.of(root),
                        Value.of(root),
                        Value.of(sibling.wwwroot().value()))),
                200);
        assertThat(peer(sibling)).get().extracting(Peer::state).isEqualTo(PeerState.DELETED);
        assertThat(peer(master)).get().extracting(Peer::isApproved).isEqualTo(true);
        assertStatus(order(master, master, UNBIND, Value.of(root)), 520);
        assertThat(peer(master)).get().extracting(Peer::isApproved).isEqualTo(true);
    }

    @Test
    @Tag("NA-19")
    void aBindingThatIsNotWholeIsRefusedEntirely() {
        assertStatus(bind(sibling), 200);
        List<Peer> before = site.get(Peers.class).list();
        List<ServiceGrant> services = services(sibling);
        Wwwroot root = stranger.wwwroot();
        Value.Struct good = host(root, stranger.certificate());
        SiteCertificate past =
                stranger.certificateOf(root, keys.rsa(), Instant.now().minus(Duration.ofDays(40)), Duration.ofDays(30));
        Map<String, Value[]> wrong = new LinkedHashMap<>();
        wrong.put("unknown service", new Value[] {good, strategy(Map.of("sso_idp", "ps", "nosuch", "p"))});
        wrong.put("administration", new Value[] {good, strategy(Map.of("sso_idp", "ps", "mnetadmin", "p"))});
        wrong.put("administration there", new Value[] {good, strategy(Map.of("mnetadmin", "s"))});
        wrong.put("flags", new Value[] {good, new Value.Struct(Map.of("sso_idp", Value.of(1)))});
        wrong.put("no strategy", new Value[] {good, Value.of("all")});
        wrong.put("malformed key", new Value[] {with(good, "public_key", Value.of("-----BEGIN")), SSO});
        wrong.put("key of another", new Value[] {
            with(good, "public_key", Value.of(sibling.certificate().pem())), SSO
        });
        wrong.put("expired key", new Value[] {host(root, past), SSO});
        wrong.put("expired record", new Value[] {with(good, "public_key_expires", Value.of(1_000_000_000L)), SSO});
        wrong.put("own root", new Value[] {host(site.wwwroot(), ours()), SSO});
        wrong.put("all hosts", new Value[] {with(good, "name", Value.of("All Hosts")), SSO});
        wrong.put("empty root", new Value[] {with(good, "wwwroot", Value.of("")), SSO});
        wrong.put("slash", new Value[] {with(good, "wwwroot", Value.of(root + "/")), SSO});
        wrong.put("deleted", new Value[] {with(good, "deleted", Value.of(1)), SSO});
        wrong.put("no struct", new Value[] {Value.of("host"), SSO});
        wrong.put(
                "known host, half",
                new Value[] {host(sibling.wwwroot(), sibling.certificate()), strategy(Map.of("nosuch", "s"))});
        wrong.forEach((what, arguments) -> {
            assertStatus(order(master, master, BIND, arguments), 520);
            assertThat(site.get(Peers.class).list()).as(what).isEqualTo(before);
            assertThat(services(stranger)).as(what).isEmpty();
            assertThat(services(sibling)).as(what).isEqualTo(services);
        });
        assertStatus(order(master, master, BIND), 503);
    }

    @Test
    @Tag("NA-26")
    void onlyTheAcceptedMasterWithinItsGrantBinds() {
        assertStatus(bind(sibling), 200);
        // The worst a site can do to itself: a sibling reaches the functions, and says that it is the master.
        site.get(Services.class)
                .set(
                        Optional.of(sibling.wwwroot()),
                        Optional.of(Set.of(AdminMethods.MNETADMIN)),
                        Optional.empty(),
                        TestNetwork.ACTOR);
        Value record = host(stranger.wwwroot(), stranger.certificate());
        assertStatus(order(sibling, master, BIND, record, SSO), 510);
        assertStatus(order(sibling, sibling, BIND, record, SSO), 510);
        assertThat(site.audited(
                        line -> "impersonation".equals(line.event().details().get("reason"))))
                .isNotEmpty();
        assertThat(peer(stranger)).isEmpty();
        site.get(Grants.class).withdraw(master.wwwroot(), List.of(Operation.BIND_PEER), TestNetwork.ACTOR);
        assertStatus(order(master, master, BIND, record, SSO), 510);
        assertStatus(order(master, master, UNBIND, Value.of(sibling.wwwroot().value())), 510);
        assertThat(peer(sibling)).get().extracting(Peer::isApproved).isEqualTo(true);
        assertStatus(json(master.call(site.wwwroot(), ours(), BIND, record)), 501);
    }

    @Test
    void keysThatTheAdministratorApprovedAreNotReplaced() throws Exception {
        VMoodleSite byHand = new VMoodleSite("byhand", "local/vmoodle/", engine, keys.rsa());
        try {
            site.get(Peers.class)
                    .admit(
                            PublicIdentity.ofCertificate(byHand.wwwroot(), byHand.certificate()),
                            PeerTerms.of("By hand", Application.MOODLE),
                            "administrator",
                            TestNetwork.ACTOR);
            site.get(Services.class)
                    .set(
                            Optional.of(byHand.wwwroot()),
                            Optional.of(Set.of("mnet_enrol")),
                            Optional.empty(),
                            TestNetwork.ACTOR);
            List<ServiceGrant> own = services(byHand);
            Value other = host(byHand.wwwroot(), byHand.certificateOf(byHand.wwwroot(), keys.rsa()));
            assertStatus(order(master, master, BIND, other, SSO), 520);
            assertThat(services(byHand)).isEqualTo(own);
            assertStatus(order(master, master, UNBIND, Value.of(byHand.wwwroot().value())), 520);
            // The same keys: the master adds its services, and what the administrator had comes back afterwards.
            assertStatus(bind(byHand), 200);
            assertThat(services(byHand)).hasSize(2);
            assertStatus(order(master, master, BIND, other, SSO), 520);
            assertStatus(order(master, master, UNBIND, Value.of(byHand.wwwroot().value())), 200);
            assertThat(services(byHand)).isEqualTo(own);
            assertThat(peer(byHand)).get().extracting(Peer::isApproved).isEqualTo(true);
        } finally {
            byHand.close();
        }
    }

    @Test
    void aSiblingOfOurOwnKindIsTakenWithItsModernKeys() {
        TestSite kin = network.site("kin");
        Value record =
                host(kin.wwwroot(), kin.get(SiteIdentity.class).published().certificate());
        assertStatus(order(master, master, BIND, record, SSO), 200);
        assertThat(site.peer(kin).orElseThrow().modern()).isNotNull();
    }
}
