package network.constellation.testnetwork.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.subnets.NetworkTerms;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.membership.MembershipMethods;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whose word counts: the administrator's beside the hub's, and none of a stranger who floods the hub's open door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustStoryTest {
    /** What {@code dispatch.StrangerBudget} allows of one address before it refuses unread. */
    private static final int AT_ONCE = 20;

    private TestNetwork network;
    private TestSite a;
    private TestSite b;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        a = network.site("a");
        b = network.site("b");
    }

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void aPeerApprovedByHandIsThereAfterTheHubDismissedIt() {
        byHand(a, b);
        network.inviteAndJoin(a, 1);
        network.inviteAndJoin(b, 1);
        awaitLinks(1, 2);
        assertThat(a.peer(b).map(peer -> peer.terms().network()))
                .isEqualTo(a.get(Membership.class).network().map(joined -> joined.id()));
        assertThat(services(a, b)).hasSizeGreaterThan(1);

        network.hub().get(SubNetworks.class).leave(1, b.wwwroot(), TestNetwork.ACTOR);
        awaitLinks(1, 0);

        assertThat(b.knows(a)).as("introduced by the hub only").isFalse();
        Peer kept = a.peer(b).orElseThrow();
        assertThat(kept.isApproved()).as("approved by hand before").isTrue();
        assertThat(kept.terms().network()).isEqualTo(PeerTerms.NO_NETWORK);
        assertThat(kept.terms().name()).isEqualTo("Our neighbour");
        assertThat(services(a, b)).containsExactly(new ServiceGrant("sso_idp", true, false));

        // The other administrator approves too: the two speak without the hub.
        byHand(b, a);
        assertThat(a.get(PeerClient.class).call(kept, SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                .isNotEmpty();
    }

    @Test
    void aSuspensionByTheAdministratorStaysWhateverTheHubSays() {
        TestSite c = network.site("c");
        TestSite d = network.site("d");
        network.hub().get(SubNetworks.class).create(Optional.of(7), "", TestNetwork.ACTOR);
        network.inviteAndJoin(c, 7);
        network.inviteAndJoin(d, 7);
        awaitLinks(7, 2);
        c.get(Peers.class).suspend(d.wwwroot(), "admin");

        network.hub().get(SubNetworks.class).setServices(7, List.of("mnet_enrol"), TestNetwork.ACTOR);
        TestNetwork.await(
                () -> services(c, d).stream().anyMatch(grant -> grant.service().equals("mnet_enrol")));
        assertThat(c.peer(d).map(Peer::state)).as("introduced again").contains(PeerState.SUSPENDED);
        assertThat(c.audited(line -> line.event().name().equals("peer.stays-suspended")))
                .isNotEmpty();

        network.hub().get(SubNetworks.class).leave(7, d.wwwroot(), TestNetwork.ACTOR);
        awaitLinks(7, 0);
        assertThat(services(c, d)).as("withdrawn with the introduction").isEmpty();
        network.hub().get(SubNetworks.class).join(7, d.wwwroot(), TestNetwork.ACTOR);
        awaitLinks(7, 2);
        assertThat(c.peer(d).map(Peer::state)).as("dismissed and introduced").contains(PeerState.SUSPENDED);
        assertThat(d.peer(c).map(Peer::state)).contains(PeerState.APPROVED);

        c.get(Peers.class).resume(d.wwwroot(), "admin");
        assertThat(d.get(PeerClient.class).call(d.peer(c).orElseThrow(), SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                .isNotEmpty();
    }

    /** Until so many ends of a sub-network's links are there, and none is missing or leaving. */
    private void awaitLinks(int subnetwork, int ends) {
        TestNetwork.await(() -> {
            List<LinkEnd> links = network.hub().get(SubNetworks.class).links().stream()
                    .filter(end -> end.subnetwork() == subnetwork)
                    .toList();
            return links.size() == ends && links.stream().allMatch(end -> end.state() == LinkEnd.State.LINKED);
        });
    }

    private static void byHand(TestSite at, TestSite about) {
        at.get(Peers.class)
                .admit(
                        about.get(SiteIdentity.class).published(),
                        PeerTerms.of("Our neighbour", Application.CONSTELLATION),
                        "administrator",
                        TestNetwork.ACTOR);
        at.get(Services.class)
                .set(Optional.of(about.wwwroot()), Optional.of(Set.of("sso_idp")), Optional.of(Set.of()), "test");
    }

    private static List<ServiceGrant> services(TestSite at, TestSite about) {
        return at.get(Services.class).table().rows(about.wwwroot().value());
    }

    @Test
    void aCertificateWithoutTheKeysThatItAnnouncesIsRefused() throws Exception {
        TestSite plain = network.site("plain");
        PublicIdentity half = PublicIdentity.ofCertificate(
                plain.wwwroot(), plain.get(SiteIdentity.class).published().certificate());
        assertThatExceptionOfType(PeersException.class)
                .isThrownBy(() -> network.hub()
                        .get(Peers.class)
                        .admit(half, PeerTerms.of("plain", Application.CONSTELLATION), "administrator", "test"))
                .withMessageContaining("announces modern keys")
                .withMessageContaining("whole bundle");
        assertThat(network.hub().peer(plain)).isEmpty();
    }

    @Test
    void aFloodOfForgedAdmissionsIsRefusedUnreadAndCountedTogether() {
        TestSite stranger = network.site("stranger");
        int read = 0;
        int unread = 0;
        for (int attempt = 0; attempt < 2 * AT_ONCE; attempt++) {
            switch (refusal(stranger)) {
                case 521 -> read++;
                case MembershipMethods.OVER_BUDGET -> unread++;
                default -> throw new AssertionError("another refusal");
            }
        }
        // A minute of the machine's time gives some back while this runs.
        assertThat(read).isBetween(AT_ONCE, AT_ONCE + 5);
        assertThat(unread).isEqualTo(2 * AT_ONCE - read);
        assertThat(counted("member.refused")).isEqualTo(read);
        assertThat(counted("call.refused")).isGreaterThanOrEqualTo(unread);

        // Somebody invited, at the same address, is refused unread like everybody there, tries again and comes in.
        String line = network.hub()
                .get(Invitations.class)
                .invite("", Optional.empty(), TestNetwork.ACTOR)
                .line();
        assertThat(TestNetwork.join(network.site("late"), line).state()).isEqualTo(JobView.State.DONE);
    }

    private int refusal(TestSite stranger) {
        return catchThrowableOfType(
                        Fault.class,
                        () -> stranger.get(StrangerClient.class)
                                .call(
                                        network.hub().wwwroot(),
                                        NetworkTerms.forSite(
                                                network.hub().wwwroot(), "", Application.CONSTELLATION, ""),
                                        MembershipMethods.JOIN,
                                        "forged"))
                .code();
    }

    /** How many of one name, in how few lines. */
    private int counted(String name) {
        var lines = network.hub().audited(line -> line.event().name().equals(name));
        assertThat(lines).as("strangers are counted together").hasSizeLessThan(6);
        return lines.stream()
                .mapToInt(line -> Integer.parseInt(line.event().details().getOrDefault("count", "1")))
                .sum();
    }
}
