package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.NextKeyCall;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.NextKeys;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.keyswap.Finding;
import network.constellation.protocol.keyswap.KeySwap;
import network.constellation.protocol.method.rotation.KeyNews;
import network.constellation.protocol.method.rotation.RevokedKey;
import network.constellation.protocol.method.rotation.RotationMethods;
import network.constellation.protocol.method.rotation.SiteBundle;

/**
 * After a revocation: tell everybody, have the site make new keys, tell everybody of these. Goes on until all know; sites
 * that are away are told when they are back.
 */
public final class RevocationJob implements JobKind<RevocationWork> {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String REVOKED = "revoked";
    private static final String REPLACED = "replaced";

    private final RevocationsStore store;
    private final NetworkSites sites;
    private final RotationCalls calls;
    private final NextKeyCall lastCall;
    private final StrangerClient strangers;
    private final Peers peers;
    private final NextKeys nextKeys;
    private final KeySwap keySwap;
    private final RotationEvents events;
    private final Clock clock;

    @Inject
    RevocationJob(
            RevocationsStore store,
            NetworkSites sites,
            RotationCalls calls,
            NextKeyCall lastCall,
            StrangerClient strangers,
            Peers peers,
            NextKeys nextKeys,
            KeySwap keySwap,
            RotationEvents events,
            Clock clock) {
        this.store = store;
        this.sites = sites;
        this.calls = calls;
        this.lastCall = lastCall;
        this.strangers = strangers;
        this.peers = peers;
        this.nextKeys = nextKeys;
        this.keySwap = keySwap;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "revocation";
    }

    @Override
    public Class<RevocationWork> stateType() {
        return RevocationWork.class;
    }

    @Override
    public List<NamedStep<RevocationWork>> steps() {
        return List.of(
                JobKind.step("tell", this::tell),
                JobKind.step("renew", this::renew),
                JobKind.step("spread", this::spread));
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), 100_000);
    }

    private RevocationWork tell(JobContext job, RevocationWork work) throws JobFailure {
        Revocation revocation = required(work);
        // Whoever is away is told later: the site's own new keys must not wait for that.
        everybody(job, revocation, REVOKED, news(revocation));
        return work;
    }

    private RevocationWork renew(JobContext job, RevocationWork work) throws JobFailure {
        Revocation revocation = required(work);
        Peer peer = peers.require(revocation.wwwroot());
        if (nextKeys.state(peer, clock.instant()) == KeyState.REVOKED) {
            everybody(job, revocation, REVOKED, news(revocation));
            Optional<String> why = renewed(revocation, peer);
            if (why.isPresent()) {
                store.reached(revocation.fingerprint(), Revocation.State.WAITING, why.get(), clock.instant());
                throw new NotYet(why.get());
            }
        }
        store.reached(revocation.fingerprint(), Revocation.State.SPREADING, null, clock.instant());
        return work;
    }

    private RevocationWork spread(JobContext job, RevocationWork work) throws JobFailure {
        Revocation revocation = required(work);
        Peer peer = peers.require(revocation.wwwroot());
        KeyNews news = new KeyNews(
                List.of(),
                List.of(new SiteBundle(peer.wwwroot().value(), peer.identity().bundle())),
                List.of(),
                List.of(revoked(revocation)));
        int silent = everybody(job, revocation, REPLACED, news);
        if (silent > 0) {
            throw new NotYet(silent + " sites do not know it yet");
        }
        store.reached(revocation.fingerprint(), Revocation.State.DONE, null, clock.instant());
        return work;
    }

    /**
     * Tells the site by the keys that are lost, for the last time, and believes what it then shows on its own door: over
     * verified TLS, and only if the revoked keys are still those that the hub knew, so that no thief was first.
     *
     * @return why there are no new keys yet
     */
    private Optional<String> renewed(Revocation revocation, Peer peer) {
        try {
            lastCall.callWithKeysInUse(peer, RotationMethods.REVOKE, revoked(revocation), TIMEOUT);
        } catch (UnreachableException away) {
            return Optional.of("it does not answer: " + away.why());
        } catch (Fault | EnvelopeException notWithTheseKeys) {
            // It has others already, which it shows, or a thief had: then nothing vouches for what it shows.
        }
        try {
            PublicIdentity shown = strangers.keyswap(peer.wwwroot(), peer.terms());
            if (keySwap.compare(Optional.of(peer.identity()), shown) != Finding.VOUCHED) {
                return Optional.of(
                        "the keys it shows cannot be believed: readmit it by a new invitation," + " or by fingerprint");
            }
            peers.replaceKeys(peer.wwwroot(), shown, "revocation", "hub");
            events.keysChanged();
            return Optional.empty();
        } catch (UnreachableException away) {
            return Optional.of("it does not show its keys: " + away.why());
        } catch (PeersException unfit) {
            return Optional.of(String.valueOf(unfit.getMessage()));
        }
    }

    /** @return how many could not be told */
    private int everybody(JobContext job, Revocation revocation, String knows, KeyNews news) {
        Set<String> told = store.told(revocation.fingerprint(), knows);
        int silent = 0;
        for (Wwwroot site : sites.members()) {
            if (site.equals(revocation.wwwroot()) || told.contains(site.value()) || sites.isLegacy(site)) {
                continue;
            }
            job.checkCancelled();
            try {
                calls.tell(site, news);
                store.told(revocation.fingerprint(), site, knows);
            } catch (UnreachableException | Fault | PeersException away) {
                silent++;
            }
        }
        return silent;
    }

    private static KeyNews news(Revocation revocation) {
        return new KeyNews(List.of(), List.of(), List.of(), List.of(revoked(revocation)));
    }

    private static RevokedKey revoked(Revocation revocation) {
        return new RevokedKey(revocation.wwwroot().value(), revocation.fingerprint(), revocation.reason());
    }

    private Revocation required(RevocationWork work) throws JobFailure {
        return store.find(work.fingerprint())
                .orElseThrow(() -> new JobFailure("This revocation is not known any more."));
    }

    /** The job comes back. */
    static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet(String why) {
            super(why, null, false, false);
        }
    }
}
