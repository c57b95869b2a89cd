package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceTable;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.User;
import network.constellation.protocol.method.roaming.HostCourses;
import network.constellation.protocol.method.roaming.RoamingMethods;

/** Where may this person go: what "My network" shows. The sites visited last come first. */
@Singleton
public final class Destinations {
    private final Peers peers;
    private final Services services;
    private final People people;
    private final Jumps jumps;
    private final JumpSessions sessions;
    private final LandedSessions landed;
    private final RemoteCourses courses;
    private final NetworkWord network;

    @Inject
    Destinations(
            Peers peers,
            Services services,
            People people,
            Jumps jumps,
            JumpSessions sessions,
            LandedSessions landed,
            RemoteCourses courses,
            NetworkWord network) {
        this.peers = peers;
        this.services = services;
        this.people = people;
        this.jumps = jumps;
        this.sessions = sessions;
        this.landed = landed;
        this.courses = courses;
        this.network = network;
    }

    /** @param userId an account of this site; nobody has no destinations */
    public List<Destination> of(long userId) {
        return people.find(userId)
                .map(user -> people.isOwn(user) ? ofOwn(user) : ofVisitor(user))
                .orElse(List.of());
    }

    /** Why one of our own people cannot go to that site; empty when nothing stands against it. */
    public Optional<Refusal> refusal(User own, Wwwroot site) {
        return jumps.refusal(own, peers.find(site));
    }

    /** A path at this site that leads to a page of another. @param wanted begins with a slash; empty for its front page */
    public static String link(Wwwroot site, String wanted) {
        return JumpLinks.jump(site, wanted);
    }

    private List<Destination> ofOwn(User user) {
        Map<Wwwroot, Instant> visits = sessions.visits(user.id());
        Map<Wwwroot, List<EnrolledCourse>> known =
                courses.of(user.id()).stream().collect(Collectors.groupingBy(EnrolledCourse::peer));
        List<Destination> all = new ArrayList<>();
        for (Peer peer : peers.list()) {
            Optional<Refusal> refusal = jumps.refusal(user, Optional.of(peer));
            if (isSite(peer) && refusal.filter(why -> why == Refusal.NOT_AGREED).isEmpty()) {
                List<EnrolledCourse> there = known.getOrDefault(peer.wwwroot(), List.of());
                all.add(destination(
                        peer, false, refusal, Optional.ofNullable(visits.get(peer.wwwroot())), there, there.size()));
            }
        }
        all.sort(Comparator.comparing(Destination::open, Comparator.reverseOrder())
                .thenComparing(site -> site.lastVisit().orElse(Instant.MIN), Comparator.reverseOrder())
                .thenComparing(Destination::name));
        return all;
    }

    /** A visitor sees the home first, then the sites that this one and the home know. */
    private List<Destination> ofVisitor(User user) {
        Map<String, Destination> all = new LinkedHashMap<>();
        Map<String, Long> counts = landed.hosts(user.id()).stream()
                .collect(Collectors.toMap(HostCourses::url, HostCourses::count, Long::sum));
        Wwwroot home = user.key().home();
        peers.find(home)
                .ifPresent(peer -> all.put(
                        home.value(),
                        destination(
                                peer,
                                true,
                                stateOf(peer),
                                Optional.empty(),
                                List.of(),
                                counts.getOrDefault(home.value(), 0L))));
        for (Peer peer : peers.list()) {
            if (isSite(peer) && roams(peer)) {
                all.putIfAbsent(
                        peer.wwwroot().value(),
                        destination(
                                peer,
                                false,
                                stateOf(peer),
                                Optional.empty(),
                                List.of(),
                                counts.getOrDefault(peer.wwwroot().value(), 0L)));
            }
        }
        for (HostCourses host : landed.hosts(user.id())) {
            if (!host.url().equals(people.self().value())) {
                all.putIfAbsent(host.url(), unknownHere(host));
            }
        }
        return List.copyOf(all.values());
    }

    private static Destination unknownHere(HostCourses host) {
        Wwwroot site = Wwwroot.of(host.url());
        String name = host.name().isBlank() ? site.host() : host.name();
        return new Destination(
                site,
                name,
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                host.count(),
                JumpLinks.jump(site, ""));
    }

    private Destination destination(
            Peer peer,
            boolean home,
            Optional<Refusal> refusal,
            Optional<Instant> visited,
            List<EnrolledCourse> there,
            long count) {
        return new Destination(
                peer.wwwroot(),
                peer.name(),
                home,
                refusal,
                peers.contact(peer.wwwroot()).lastError().isPresent(),
                visited,
                there,
                count,
                JumpLinks.jump(peer.wwwroot(), ""));
    }

    private Optional<Refusal> stateOf(Peer peer) {
        return peer.isApproved() && !network.isCutOff(peer) ? Optional.empty() : Optional.of(Refusal.SITE_SUSPENDED);
    }

    private static boolean isSite(Peer peer) {
        return peer.state() == PeerState.APPROVED || peer.state() == PeerState.SUSPENDED;
    }

    private boolean roams(Peer peer) {
        ServiceTable table = services.table();
        return table.subscribes(peer.wwwroot(), RoamingMethods.SSO_SP)
                || table.subscribes(peer.wwwroot(), RoamingMethods.SSO_IDP);
    }
}
