package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.constellation.hub.rotation.RotationSite.State;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.jobs.CrashPoints;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.NextKeys;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.rotation.KeyNotebook;
import network.constellation.peer.rotation.NetworkKeys;
import network.constellation.peer.rotation.OwnRotation;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.rotation.KeyNews;
import network.constellation.protocol.method.rotation.OwnKeys;
import network.constellation.protocol.method.rotation.SiteBundle;

/**
 * What a rotation does with one site. Each step asks the site for a state and notes what it has come to, so it may be
 * repeated after a kill at any moment.
 */
@Singleton
final class RotationSteps {
    private final RotationsStore store;
    private final RotationCalls calls;
    private final NetworkSites sites;
    private final Announcements announcements;
    private final NextKeys nextKeys;
    private final NetworkKeys networkKeys;
    private final CryptoEngine crypto;
    private final CrashPoints crash;
    private final Clock clock;

    @Inject
    RotationSteps(
            RotationsStore store,
            RotationCalls calls,
            NetworkSites sites,
            Announcements announcements,
            NextKeys nextKeys,
            NetworkKeys networkKeys,
            CryptoEngine crypto,
            CrashPoints crash,
            Clock clock) {
        this.store = store;
        this.calls = calls;
        this.sites = sites;
        this.announcements = announcements;
        this.nextKeys = nextKeys;
        this.networkKeys = networkKeys;
        this.crypto = crypto;
        this.crash = crash;
        this.clock = clock;
    }

    /** One try; what went wrong is noted at the site. */
    boolean attempt(Rotation rotation, Wwwroot site, Runnable step) {
        try {
            step.run();
            return true;
        } catch (UnreachableException unreachable) {
            store.failed(rotation.number(), site, "unreachable: " + unreachable.why(), clock.instant());
        } catch (Fault refused) {
            store.failed(rotation.number(), site, "fault " + refused.code() + ": " + refused.text(), clock.instant());
        } catch (PeersException | RotationRefused unfit) {
            store.failed(rotation.number(), site, String.valueOf(unfit.getMessage()), clock.instant());
        }
        return false;
    }

    /** The site makes its next keys; those linked to it are to be told. */
    void prepare(Rotation rotation, Wwwroot site, Map<Wwwroot, Set<Wwwroot>> links) {
        OwnKeys keys = calls.prepare(site);
        if (!announcements.note(site, keys.nextBundle())) {
            throw new RotationRefused("its next keys are not vouched for by the ones that the hub knows");
        }
        crash.reached("rotation/site-prepared");
        links.getOrDefault(site, Set.of()).forEach(other -> store.told(rotation.number(), other, false));
        store.reached(rotation.number(), site, State.PREPARED, keys.nextGeneration(), clock.instant());
    }

    /** A site is told of the next keys of those it is linked to. */
    void tell(Rotation rotation, Wwwroot site, Map<Wwwroot, Set<Wwwroot>> links) {
        Set<Wwwroot> about = new TreeSet<>(links.getOrDefault(site, Set.of()));
        about.retainAll(rotating(rotation.number()));
        // First, so that whoever is prepared meanwhile is told of in another round.
        store.told(rotation.number(), site, true);
        try {
            announcements.news(site, about).forEach(news -> calls.tell(site, news));
        } catch (RuntimeException notTold) {
            store.told(rotation.number(), site, false);
            throw notTold;
        }
    }

    void activate(Rotation rotation, RotationSite site) {
        OwnKeys keys;
        try {
            keys = calls.activate(site.wwwroot(), site.generationTo());
        } catch (Fault refused) {
            if (refused.code() == OwnRotation.REFUSED) {
                // It lost what it had prepared, as after a restore: from the beginning, at the next try.
                store.reached(rotation.number(), site.wwwroot(), State.WAITING, 0, clock.instant());
            }
            throw refused;
        }
        crash.reached("rotation/site-activated");
        takeUp(site.wwwroot(), keys);
        if (sites.generation(site.wwwroot()) < site.generationTo()) {
            throw new RotationRefused("the hub could not take up its new keys");
        }
        store.reached(rotation.number(), site.wwwroot(), State.ACTIVATED, 0, clock.instant());
    }

    /** The site says that these are in use, in an answer that the generation before vouches for. */
    private void takeUp(Wwwroot site, OwnKeys keys) {
        if (sites.isHub(site)) {
            return;
        }
        KeyNotebook.identity(crypto, new SiteBundle(site.value(), keys.bundle()))
                .ifPresent(current -> takeUp(site, current));
        announcements.withdraw(site);
    }

    private void takeUp(Wwwroot site, PublicIdentity current) {
        if (nextKeys.take(site, Fingerprint.of(current).bytes()).isEmpty()) {
            networkKeys.replace(current);
        }
    }

    void retire(Rotation rotation, Wwwroot site) {
        calls.retire(site);
        store.reached(rotation.number(), site, State.RETIRED, 0, clock.instant());
    }

    void discard(Rotation rotation, RotationSite site) {
        if (site.state() == State.PREPARED) {
            calls.discard(site.wwwroot(), site.generationTo());
        }
        store.reached(rotation.number(), site.wwwroot(), State.DISCARDED, 0, clock.instant());
    }

    /** The announced keys of this rotation will not come: best effort, as announced keys that nobody uses do no harm. */
    void withdraw(Rotation rotation, Map<Wwwroot, Set<Wwwroot>> links) {
        Set<Wwwroot> gone = rotating(rotation.number());
        gone.forEach(announcements::withdraw);
        for (RotationSite site : store.sites(rotation.number())) {
            Set<Wwwroot> about = new TreeSet<>(links.getOrDefault(site.wwwroot(), Set.of()));
            about.retainAll(gone);
            if (site.told() && !about.isEmpty() && site.attempts() == 0) {
                List<String> names = about.stream().map(Wwwroot::value).toList();
                attempt(
                        rotation,
                        site.wwwroot(),
                        () -> calls.tell(site.wwwroot(), new KeyNews(List.of(), List.of(), names, List.of())));
            }
        }
    }

    /** Brings a site that was away as far as the rotation is. @return whether it is there */
    boolean catchUp(Rotation rotation, RotationSite behind, Map<Wwwroot, Set<Wwwroot>> links) {
        Wwwroot site = behind.wwwroot();
        return attempt(rotation, site, () -> {
            if (rotation.isAborted()) {
                discard(rotation, behind);
                return;
            }
            if (behind.rotates() && behind.state() == State.WAITING) {
                prepare(rotation, site, links);
            }
            List<Wwwroot> untold = new ArrayList<>(List.of(site));
            untold.addAll(links.getOrDefault(site, Set.of()));
            Set<Wwwroot> open = store.sites(rotation.number()).stream()
                    .filter(one -> !one.told())
                    .map(RotationSite::wwwroot)
                    .collect(Collectors.toSet());
            untold.stream()
                    .filter(open::contains)
                    .forEach(one -> attempt(rotation, one, () -> tell(rotation, one, links)));
            State wanted = RotationSite.wanted(rotation.phase());
            if (behind.rotates()
                    && wanted.compareTo(State.ACTIVATED) >= 0
                    && now(rotation, site).state() == State.PREPARED) {
                activate(rotation, now(rotation, site));
            }
            if (behind.rotates()
                    && wanted == State.RETIRED
                    && now(rotation, site).state() == State.ACTIVATED) {
                retire(rotation, site);
            }
        });
    }

    private RotationSite now(Rotation rotation, Wwwroot site) {
        return store.sites(rotation.number()).stream()
                .filter(one -> one.wwwroot().equals(site))
                .findFirst()
                .orElseThrow();
    }

    private Set<Wwwroot> rotating(int number) {
        return store.sites(number).stream()
                .filter(RotationSite::rotates)
                .map(RotationSite::wwwroot)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
