package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.hub.approvals.Approvals;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.founding.Founding;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.FormerKey;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.rotation.NetworkKeys;
import network.constellation.protocol.method.rotation.RevokedKey;
import org.jdbi.v3.core.Handle;

/**
 * Stolen keys: refused by the hub at once and by everybody as soon as they are told, never vouching again. The site is
 * told to make new ones; where a thief may have been first, a person readmits it (protocol-security.md 3).
 */
@Singleton
public final class Revocations {
    private static final UUID NOTHING = new UUID(0, 0);

    private final RevocationsStore store;
    private final NetworkSites sites;
    private final Peers peers;
    private final NetworkKeys networkKeys;
    private final StrangerClient strangers;
    private final Founding founding;
    private final Jobs jobs;
    private final Provider<RevocationJob> job;
    private final DirectoryKeys directoryKeys;
    private final RotationEvents events;
    private final Approvals approvals;
    private final Audit audit;
    private final Clock clock;
    private final Map<String, UUID> begun = new ConcurrentHashMap<>();

    @Inject
    Revocations(
            RevocationsStore store,
            NetworkSites sites,
            Peers peers,
            NetworkKeys networkKeys,
            StrangerClient strangers,
            Founding founding,
            Jobs jobs,
            Provider<RevocationJob> job,
            DirectoryKeys directoryKeys,
            RotationEvents events,
            Approvals approvals,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.sites = sites;
        this.peers = peers;
        this.networkKeys = networkKeys;
        this.strangers = strangers;
        this.founding = founding;
        this.jobs = jobs;
        this.job = job;
        this.directoryKeys = directoryKeys;
        this.events = events;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Revocation> list() {
        return store.all();
    }

    public Optional<Revocation> find(String fingerprint) {
        return store.find(fingerprint);
    }

    /**
     * Refuses a generation of a member's keys from this moment on.
     *
     * @param generation absent: the one in use
     * @return the job that tells the others and gets the site new keys
     * @throws RotationRefused when there is no such member or generation
     * @throws network.constellation.hub.approvals.ApprovalNeeded when it waits for a second person; suspending the member
     *     cuts it off until then
     */
    public UUID revoke(Wwwroot site, Optional<Integer> generation, String reason, Person by) {
        int number = generation.orElseGet(() -> KeyState.generation(member(site).identity()));
        String fingerprint = fingerprint(site, number);
        approvals.perform(KeyRevocation.KIND, KeyRevocation.parameters(site, number, reason), reason, by);
        UUID job = begun.remove(fingerprint);
        return job == null ? NOTHING : job;
    }

    /** The fingerprint of that generation of a member's keys. @throws RotationRefused when there is none */
    String fingerprint(Wwwroot site, int generation) {
        Peer peer = member(site);
        return generation == KeyState.generation(peer.identity()) ? peer.fingerprint() : former(peer, generation);
    }

    private Peer member(Wwwroot site) {
        if (sites.isHub(site)) {
            throw new RotationRefused("The hub's own keys are replaced by `hub rotate --hub`; if they were stolen,"
                    + " promote a standby, whose key the offline root vouches for.");
        }
        return peers.find(site)
                .orElseThrow(() ->
                        new RotationRefused(site + " is no member of this network; `hub peers` lists the members."));
    }

    /** For {@link KeyRevocation}, which asked for leave. */
    void revokeNow(Wwwroot site, int number, String reason, String actor) {
        String fingerprint = fingerprint(site, number);
        networkKeys.revoke(new RevokedKey(site.value(), fingerprint, reason));
        Revocation revocation = new Revocation(
                fingerprint,
                site,
                number,
                Revocation.State.TELLING,
                reason,
                actor,
                null,
                clock.instant(),
                clock.instant());
        UUID job = store.insertOnce(revocation, handle -> {
            audit.record(
                    handle,
                    AuditEvent.done("member.keys-revoked", actor)
                            .peer(site.value())
                            .with("generation", Integer.toString(number))
                            .with("fingerprint", fingerprint)
                            .with("reason", reason));
            return work(handle, fingerprint);
        });
        directoryKeys.revoked(revocation);
        events.keysChanged();
        begun.put(fingerprint, job);
    }

    /** The newest revocation of a site's keys. @throws RotationRefused when there is none */
    Revocation required(Wwwroot site) {
        return store.all().stream()
                .filter(one -> one.wwwroot().equals(site))
                .findFirst()
                .orElseThrow(() -> new RotationRefused("No keys of " + site + " were revoked."));
    }

    /**
     * Takes the keys that a site shows now, because somebody compared their fingerprint with its administrator.
     *
     * @throws RotationRefused when it shows others, or revoked ones
     * @throws network.constellation.hub.approvals.ApprovalNeeded when it waits for a second person
     */
    public void readmit(Wwwroot site, String fingerprint, Person by) {
        approvals.perform(Readmission.KIND, Readmission.parameters(site, fingerprint), "", by);
    }

    void accept(Wwwroot site, String fingerprint, String actor) {
        Peer peer = peers.find(site).orElseThrow(() -> new RotationRefused(site + " is no member of this network."));
        Revocation open = required(site);
        try {
            PublicIdentity shown = strangers.keyswap(site, peer.terms());
            boolean same = Fingerprint.of(shown).matches(fingerprint)
                    || Fingerprint.of(shown, founding.required().id()).matches(fingerprint);
            if (!same) {
                throw new RotationRefused("The keys that " + site + " shows have another fingerprint: "
                        + Fingerprint.of(shown).hex() + ".");
            }
            peers.replaceKeys(site, shown, "fingerprint", actor);
        } catch (UnreachableException silent) {
            throw new RotationRefused(site + " does not show its keys: " + silent.why() + ".");
        } catch (PeersException unfit) {
            throw new RotationRefused(String.valueOf(unfit.getMessage()));
        }
        events.keysChanged();
        audit.record(AuditEvent.done("member.readmitted", actor).peer(site.value()));
        store.insertOnce(open, handle -> work(handle, open.fingerprint()));
    }

    private String former(Peer peer, int generation) {
        return peers.formerKeys(peer.wwwroot()).stream()
                .filter(former -> KeyState.generation(former.identity()) == generation)
                .map(FormerKey::fingerprint)
                .findFirst()
                .orElseThrow(() -> new RotationRefused("The hub knows no generation " + generation + " of "
                        + peer.wwwroot() + "; in use is " + KeyState.generation(peer.identity()) + "."));
    }

    private UUID work(Handle handle, String fingerprint) {
        return jobs.startIn(handle, job.get(), new RevocationWork(fingerprint));
    }
}
