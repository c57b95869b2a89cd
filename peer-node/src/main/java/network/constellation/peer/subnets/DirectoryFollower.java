package network.constellation.peer.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.directory.DirectoryListener;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.peers.Services;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.MemberEntry;
import network.constellation.protocol.directory.Standing;
import network.constellation.protocol.directory.SubNetworkEntry;
import network.constellation.protocol.directory.strategy.LinkServices;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.Dismissal;
import network.constellation.protocol.method.membership.Introduction;

/**
 * Brings the peers of this site in line with the verified directory, by the same rules as the hub's own introductions and
 * dismissals, which are only the faster road. What cannot be done is a gap: shown here, and told to the hub.
 */
@Singleton
final class DirectoryFollower implements DirectoryListener {
    private static final Duration OVERTAKEN = Duration.ofMinutes(10);

    private final Tenant tenant;
    private final SubnetsStore store;
    private final Introductions introductions;
    private final HubSuccession succession;
    private final Peers peers;
    private final Services services;
    private final NetworkDirectory directory;
    private final CryptoEngine crypto;
    private final Clock clock;

    @Inject
    DirectoryFollower(
            Tenant tenant,
            SubnetsStore store,
            Introductions introductions,
            HubSuccession succession,
            Peers peers,
            Services services,
            NetworkDirectory directory,
            CryptoEngine crypto,
            Clock clock) {
        this.tenant = tenant;
        this.store = store;
        this.introductions = introductions;
        this.succession = succession;
        this.peers = peers;
        this.services = services;
        this.directory = directory;
        this.crypto = crypto;
        this.clock = clock;
    }

    @Override
    public void directoryChanged(Directory now) {
        Optional<JoinedNetwork> joined = store.network()
                .filter(network -> network.id().equals(now.header().network()));
        if (joined.isEmpty()) {
            return;
        }
        Map<Wwwroot, String> gaps = new HashMap<>();
        Overtaken overtaken = new Overtaken(now, clock.instant().minus(OVERTAKEN));
        Optional<MemberEntry> self = now.member(tenant.wwwroot());
        if (self.isEmpty()) {
            // Not yet told of, or removed: the hub says which, in its own words.
            gaps.put(tenant.wwwroot(), "The directory does not tell of this site.");
        } else {
            hub(now, self.get(), joined.get(), gaps, overtaken);
            follow(now, self.get(), joined.get(), gaps, overtaken);
        }
        store.gaps(gaps.entrySet().stream()
                .map(gap -> new LinkGap(gap.getKey(), gap.getValue(), clock.instant()))
                .toList());
        directory.report(
                gaps.size(), gaps.values().stream().sorted().findFirst().orElse(""));
        if (overtaken.any) {
            throw new DirectoryListener.NotYet("The hub has said more since this version was made.");
        }
    }

    /**
     * What the hub has decided since a version was made stands in the next one, so it is left alone; a hub that was
     * restored may make no next one, so only for some minutes.
     */
    private static final class Overtaken {
        private final Directory directory;
        private final Instant recently;
        private boolean any;

        Overtaken(Directory directory, Instant recently) {
            this.directory = directory;
            this.recently = recently;
        }

        boolean by(Said said) {
            boolean overtaken = said.isNewerThan(directory) && said.at().isAfter(recently);
            any |= overtaken;
            return overtaken;
        }
    }

    private void hub(
            Directory now, MemberEntry self, JoinedNetwork joined, Map<Wwwroot, String> gaps, Overtaken overtaken) {
        attempt(now.hub(), gaps, () -> {
            if (!now.hub().equals(joined.hub())) {
                MemberEntry successor = now.member(now.hub())
                        .orElseThrow(() -> new PeersException("The directory does not tell of its own hub."));
                succession.succeed(joined, successor.current().identity(crypto, now.hub()), successor.name());
            }
            ServiceMatrix wanted =
                    LinkServices.atMember(self.party(), now.network().matrix());
            if (introductions.disagreesWithHub(wanted) && !overtaken.by(store.hubServicesSaid())) {
                introductions.agreeWithHub(now.hub(), wanted, now.version());
            }
        });
    }

    private void follow(
            Directory now, MemberEntry self, JoinedNetwork joined, Map<Wwwroot, String> gaps, Overtaken overtaken) {
        Set<Wwwroot> keep = new HashSet<>();
        for (MemberEntry other : now.members()) {
            List<SubNetworkEntry> shared = now.shared(self.wwwroot(), other.wwwroot());
            if (other.wwwroot().equals(self.wwwroot()) || shared.isEmpty()) {
                continue;
            }
            if (isMeshed(self) && other.standing() == Standing.SUSPENDED) {
                keep.add(other.wwwroot());
            } else if (isMeshed(self) && other.isActive()) {
                keep.add(other.wwwroot());
                attempt(other.wwwroot(), gaps, () -> meet(now, self, other, shared, joined, overtaken));
            }
        }
        for (Wwwroot known : store.introduced()) {
            Set<Integer> wanted = keep.contains(known) ? numbers(now.shared(self.wwwroot(), known)) : Set.of();
            for (int number : store.subnetworks(known)) {
                if (!wanted.contains(number) && !overtaken.by(store.introducedSaid(known, number))) {
                    Dismissal ending = new Dismissal(known.value(), number, Optional.of(now.version()));
                    attempt(known, gaps, () -> introductions.dismissed(ending));
                }
            }
        }
    }

    private static boolean isMeshed(MemberEntry self) {
        return self.isActive() || self.standing() == Standing.SUSPENDED;
    }

    private static Set<Integer> numbers(List<SubNetworkEntry> shared) {
        return shared.stream().map(SubNetworkEntry::number).collect(Collectors.toCollection(TreeSet::new));
    }

    private void meet(
            Directory now,
            MemberEntry self,
            MemberEntry other,
            List<SubNetworkEntry> shared,
            JoinedNetwork joined,
            Overtaken overtaken)
            throws DirectoryRefusedException {
        PublicIdentity keys = laterOf(other);
        ServiceMatrix wanted = LinkServices.between(
                self.party(),
                other.party(),
                shared.stream().map(SubNetworkEntry::matrix).toList());
        List<Integer> present = store.subnetworks(other.wwwroot());
        for (SubNetworkEntry subnetwork : shared) {
            int number = subnetwork.number();
            boolean there = present.contains(number);
            Said said = there
                    ? store.introducedSaid(other.wwwroot(), number)
                    : store.dismissedSaid(other.wwwroot(), number);
            if ((!there || !holds(other.wwwroot(), keys, wanted)) && !overtaken.by(said)) {
                introductions.introduced(new Introduction(
                        other.wwwroot().value(),
                        other.name(),
                        other.application(),
                        keys.bundle(),
                        Fingerprint.of(keys, joined.id()).hex(),
                        subnetwork.number(),
                        subnetwork.name(),
                        List.copyOf(wanted.publish()),
                        List.copyOf(wanted.subscribe()),
                        Optional.of(now.version())));
            }
        }
    }

    /** A peer that renewed its keys since the directory was made told so itself, and was believed by its former ones. */
    private PublicIdentity laterOf(MemberEntry other) throws DirectoryRefusedException {
        PublicIdentity told = other.current().identity(crypto, other.wwwroot());
        Optional<PublicIdentity> known = peers.find(other.wwwroot()).map(Peer::identity);
        int generation = known.map(DirectoryFollower::generation).orElse(0);
        return store.isIntroduced(other.wwwroot())
                        && generation > other.generation()
                        && generation > other.revokedThrough()
                ? known.orElseThrow()
                : told;
    }

    private static int generation(PublicIdentity identity) {
        return identity.modern().map(keys -> keys.statement().generation()).orElse(0);
    }

    private boolean holds(Wwwroot wwwroot, PublicIdentity keys, ServiceMatrix wanted) {
        Optional<Peer> known = peers.find(wwwroot);
        if (known.isEmpty() || !known.get().keys().same(keys)) {
            return false;
        }
        // One that this site's administrator suspended stays so; its services are kept in line all the same.
        boolean served = known.get().isApproved() || known.get().state() == PeerState.SUSPENDED;
        return served
                && LinkBook.services(services.table().rows(wwwroot.value())).equals(wanted);
    }

    private interface Work {
        void run() throws DirectoryRefusedException;
    }

    private static void attempt(Wwwroot about, Map<Wwwroot, String> gaps, Work work) {
        try {
            work.run();
        } catch (Fault refused) {
            gaps.put(about, refused.text());
        } catch (PeersException refused) {
            gaps.put(about, String.valueOf(refused.getMessage()));
        } catch (DirectoryRefusedException unreadable) {
            gaps.put(about, unreadable.sentence());
        }
    }
}
