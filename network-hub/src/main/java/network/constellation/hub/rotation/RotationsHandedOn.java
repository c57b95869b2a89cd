package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.founding.Inheritance;
import network.constellation.hub.rotation.Rotation.Phase;
import network.constellation.hub.rotation.RotationWork.Action;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.rotation.NetworkKeys;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.MemberEntry;

/**
 * Rotations at a hub that took over: next keys that the directory announced are known again; what has put keys into use goes
 * on by itself, what has not goes back to where an administrator decides.
 */
final class RotationsHandedOn implements Inheritance {
    private static final String WHY = "The hub that led it was lost.";

    private final RotationsStore store;
    private final RotationsHandedOnStore rows;
    private final DirectoryKeys revoked;
    private final NetworkKeys keys;
    private final NetworkSites sites;
    private final CryptoEngine crypto;
    private final Jobs jobs;
    private final RotationJob job;

    @Inject
    RotationsHandedOn(
            RotationsStore store,
            RotationsHandedOnStore rows,
            DirectoryKeys revoked,
            NetworkKeys keys,
            NetworkSites sites,
            CryptoEngine crypto,
            Jobs jobs,
            RotationJob job) {
        this.store = store;
        this.rows = rows;
        this.revoked = revoked;
        this.keys = keys;
        this.sites = sites;
        this.crypto = crypto;
        this.jobs = jobs;
        this.job = job;
    }

    @Override
    public Set<String> tables() {
        return Set.of("rotation", "rotation_site", "rotation_ping", "revocation", "revocation_told");
    }

    @Override
    public List<String> takenOver(Optional<Directory> last, String actor) {
        // First: the directory that is signed next must not forget whose keys are gone.
        revoked.readAgain();
        last.ifPresent(directory -> directory.members().forEach(this::announced));
        List<String> notes = new ArrayList<>();
        for (Rotation rotation : store.all()) {
            rows.forgetStrangers(rotation.number(), sites.members(), sites.hub());
            if (rotation.isLive() || rotation.phase() == Phase.ABORTING) {
                notes.add("Rotation " + rotation.number() + " (" + rotation.scope() + "): " + goOn(rotation, actor));
            }
        }
        return notes;
    }

    private void announced(MemberEntry member) {
        member.next().ifPresent(next -> {
            try {
                keys.announce(next.identity(crypto, member.wwwroot()));
            } catch (DirectoryRefusedException unfit) {
                // Not vouched for by the keys in use: the site reports them anew.
            }
        });
    }

    private String goOn(Rotation rotation, String actor) {
        return switch (rotation.phase()) {
            case PREPARING, ABORTING -> {
                again(rotation, Phase.ABORTING, Action.ABORT, actor);
                yield "it was not prepared everywhere and is aborted; the sites keep the keys they have.";
            }
            case REHEARSING -> {
                rows.turn(rotation.number(), Phase.PREPARED, WHY);
                yield "it is prepared; rehearse it again.";
            }
            case ACTIVATING -> {
                again(rotation, Phase.ACTIVATING, Action.ACTIVATE, actor);
                yield "keys were being put into use; this goes on.";
            }
            case RETIRING -> {
                rows.turn(rotation.number(), Phase.ACTIVATED, WHY);
                yield "its keys are in use; retire the former ones when all sites have them.";
            }
            default -> "it is " + rotation.phase().label() + "; go on with it here.";
        };
    }

    /** Again, this is another job of the same work, each step of which may be repeated. */
    private void again(Rotation rotation, Phase phase, Action action, String actor) {
        rows.turn(rotation.number(), phase, WHY);
        jobs.start(job, new RotationWork(rotation.number(), action, actor));
    }
}
