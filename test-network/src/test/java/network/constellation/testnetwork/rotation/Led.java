package network.constellation.testnetwork.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.rotation.Rotation;
import network.constellation.hub.rotation.RotationScope;
import network.constellation.hub.rotation.RotationSite;
import network.constellation.hub.rotation.Rotations;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;

/** Rotations as a test leads them from the hub, waiting for each part. */
final class Led {
    private final TestSite hub;

    Led(TestSite hub) {
        this.hub = hub;
    }

    Rotations rotations() {
        return hub.get(Rotations.class);
    }

    Rotation newest() {
        return rotations().list().get(0);
    }

    Rotation prepare(RotationScope scope) {
        return done(rotations().prepare(scope, TestNetwork.ACTOR));
    }

    Rotation rehearse() {
        return done(rotations().rehearse(newest(), TestNetwork.ACTOR));
    }

    Rotation activate() {
        return done(rotations().activate(newest(), Optional.empty(), Person.unnamed(TestNetwork.ACTOR)));
    }

    Rotation force(String reason) {
        return done(rotations().activate(newest(), Optional.of(reason), Person.unnamed(TestNetwork.ACTOR)));
    }

    Rotation retire() {
        return done(rotations().retire(newest(), TestNetwork.ACTOR));
    }

    Rotation resume() {
        return done(rotations().resume(newest(), TestNetwork.ACTOR));
    }

    Rotation abort() {
        return done(rotations().abort(newest(), TestNetwork.ACTOR));
    }

    List<RotationSite> sites() {
        return rotations().sites(newest().number());
    }

    RotationSite site(TestSite site) {
        return sites().stream()
                .filter(one -> one.wwwroot().equals(site.wwwroot()))
                .findFirst()
                .orElseThrow();
    }

    private Rotation done(UUID job) {
        JobView view = hub.get(Jobs.class).await(job, TestNetwork.PATIENCE.multipliedBy(5));
        assertThat(view.state()).as("%s", view).isEqualTo(JobView.State.DONE);
        return newest();
    }

    static int generation(TestSite site) {
        return site.get(SiteIdentity.class).current().generation();
    }

    /** As it is known elsewhere. */
    static int generation(TestSite at, TestSite of) {
        return at.peer(of)
                .orElseThrow()
                .identity()
                .modern()
                .orElseThrow()
                .statement()
                .generation();
    }

    /** One ordinary call, with the retries that every call has. */
    static void call(TestSite from, Wwwroot to) {
        assertThat(from.get(PeerClient.class)
                        .call(from.get(Peers.class).require(to), SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                .isNotEmpty();
    }
}
