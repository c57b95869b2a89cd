package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.membership.Dismissed;

/**
 * Brings one end of a link to what is wanted of it. Nobody is told two things at once, and each is told what is wanted when
 * its turn comes: a word that was overtaken is not sent.
 */
@Singleton
final class LinkTeller {
    /** How long the hub tries to reach a site that it has removed. */
    static final Duration FAREWELL = Duration.ofDays(7);

    private static final Duration TURN = Duration.ofSeconds(20);
    /** The site serves no peer of the hub's name (mnet-wire.md 2.3). */
    private static final String NO_SUCH_PEER = "fault 7020";

    private final Tenant tenant;
    private final LinkStore links;
    private final LinkReadStore lists;
    private final SubNetworks subNetworks;
    private final Registry registry;
    private final Peers peers;
    private final SiteIdentity identity;
    private final Founding founding;
    private final LinkRoads roads;
    private final HubEnd hubEnd;
    private final Audit audit;
    private final Clock clock;
    private final Map<Wwwroot, ReentrantLock> turns = new ConcurrentHashMap<>();

    @Inject
    LinkTeller(
            Tenant tenant,
            LinkStore links,
            LinkReadStore lists,
            SubNetworks subNetworks,
            Registry registry,
            Peers peers,
            SiteIdentity identity,
            Founding founding,
            LinkRoads roads,
            HubEnd hubEnd,
            Audit audit,
            Clock clock) {
        this.tenant = tenant;
        this.links = links;
        this.lists = lists;
        this.subNetworks = subNetworks;
        this.registry = registry;
        this.peers = peers;
        this.identity = identity;
        this.founding = founding;
        this.roads = roads;
        this.hubEnd = hubEnd;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return whether the end is as wanted now
     * @throws UnreachableException when the site is silent, which is noted
     */
    boolean bring(LinkEnd read) {
        ReentrantLock turn = turns.computeIfAbsent(read.at(), site -> new ReentrantLock());
        try {
            if (!turn.tryLock(TURN.toSeconds(), TimeUnit.SECONDS)) {
                return false;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            Optional<LinkEnd> now = links.again(read).filter(LinkEnd::isOpen);
            return now.isEmpty() || tried(now.get());
        } finally {
            turn.unlock();
        }
    }

    private boolean tried(LinkEnd end) {
        try {
            if (end.state() == LinkEnd.State.LEAVING) {
                return withdrawn(end);
            }
            if (end.at().equals(tenant.wwwroot())) {
                hubEnd.bring(end);
            } else {
                roads.to(member(end.at())).introduce(peers.require(end.at()), wish(end));
            }
            links.linked(end, clock.instant());
            if (end.difference() != null) {
                audit.record(event("link.repaired", end).with("difference", end.difference()));
            }
            return true;
        } catch (UnreachableException unreachable) {
            links.failed(end, String.valueOf(unreachable.getMessage()), clock.instant());
            throw unreachable;
        } catch (Fault refused) {
            links.failed(end, "fault " + refused.code() + ": " + refused.text(), clock.instant());
            return false;
        } catch (PeersException | NoSuchElementException unknown) {
            // Admission has not got as far yet: the others must not wait for it.
            links.failed(end, String.valueOf(unknown.getMessage()), clock.instant());
            return false;
        }
    }

    private boolean withdrawn(LinkEnd end) {
        boolean parted = !isInside(end.at()) || !isInside(end.about());
        Dismissed with;
        if (end.at().equals(tenant.wwwroot())) {
            if (!hubEnd.end(end, isToldFarewell(end.about()))) {
                links.failed(end, "It waits until the site has been told.", clock.instant());
                return false;
            }
            with = Dismissed.QUIETLY;
        } else {
            with = dismissed(end);
        }
        links.ended(end, with, parted, clock.instant());
        if (parted || end.difference() != null) {
            audit.record(event("link.ended", end)
                    .with("landed", String.valueOf(with.landed()))
                    .with("away", String.valueOf(with.away())));
        }
        return true;
    }

    private Dismissed dismissed(LinkEnd end) {
        try {
            boolean last = !subNetworks.plan().linkedBeside(end.subnetwork(), end.at(), end.about());
            return roads.to(member(end.at()))
                    .dismiss(peers.require(end.at()), new LinkEnding(end.about(), end.subnetwork(), last));
        } catch (UnreachableException silent) {
            if (!isInside(end.at()) && (servesTheHubNoMore(silent) || isGivenUp(end))) {
                return Dismissed.QUIETLY;
            }
            throw silent;
        }
    }

    /**
     * It was told before, and the answer was lost. Whoever serves a peer no more cannot say so in a way that the hub could
     * verify; somebody in between who says so in its place delays nothing but the site's own knowledge of its removal.
     */
    private static boolean servesTheHubNoMore(UnreachableException silent) {
        return silent.why().contains(NO_SUCH_PEER);
    }

    private boolean isGivenUp(LinkEnd end) {
        return clock.instant().isAfter(end.since().plus(FAREWELL));
    }

    /** Whether a site that was removed has no end left about which it must be told. */
    private boolean isToldFarewell(Wwwroot removed) {
        return lists.of(removed).stream()
                .noneMatch(end -> end.at().equals(removed) && end.state() == LinkEnd.State.LEAVING);
    }

    private boolean isInside(Wwwroot site) {
        return site.equals(tenant.wwwroot())
                || registry.find(site)
                        .filter(member -> member.state().isInside())
                        .isPresent();
    }

    private Member member(Wwwroot site) {
        return registry.find(site).orElseThrow(() -> new NoSuchElementException(site + " is no member"));
    }

    /** The keys as they are today, not as they were at admission. */
    private LinkWish wish(LinkEnd end) {
        boolean ofHub = end.about().equals(tenant.wwwroot());
        PublicIdentity keys =
                ofHub ? identity.published() : peers.require(end.about()).identity();
        String name = ofHub ? tenant.name() : member(end.about()).name();
        String application =
                ofHub ? Application.CONSTELLATION.label() : member(end.about()).application();
        return new LinkWish(
                end.subnetwork(),
                subNetworks.find(end.subnetwork()).map(SubNetwork::name).orElse(""),
                end.about(),
                name,
                application,
                keys,
                Fingerprint.of(keys, founding.required().id()),
                end.services());
    }

    private static AuditEvent event(String name, LinkEnd end) {
        return AuditEvent.done(name, "system")
                .peer(end.at().value())
                .with("about", end.about().value())
                .with("subnetwork", String.valueOf(end.subnetwork()));
    }
}
