package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.courses.ShelfOrder.Direction;
import network.constellation.peer.courses.ShelfOrder.Road;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.User;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.courses.CourseMethods;
import network.constellation.protocol.method.courses.OrderAnswer;
import network.constellation.protocol.method.courses.Withdrawal;

/** Courses that leave the shelf: published to a catalog, taken back, deployed at another site. */
@Singleton
public final class Publications {
    private final CourseOrders orders;
    private final ArrivalCheck check;
    private final OrderChecks orderChecks;
    private final CourseSettings settings;
    private final CourseRights rights;
    private final Placement placement;
    private final Askers askers;
    private final SendJob send;
    private final Peers peers;
    private final PeerClient client;
    private final Audit audit;
    private final Wwwroot self;
    private final Clock clock;

    @Inject
    Publications(
            CourseOrders orders,
            ArrivalCheck check,
            OrderChecks orderChecks,
            CourseSettings settings,
            CourseRights rights,
            Placement placement,
            Askers askers,
            SendJob send,
            Peers peers,
            PeerClient client,
            Audit audit,
            Wwwroot self,
            Clock clock) {
        this.orders = orders;
        this.check = check;
        this.orderChecks = orderChecks;
        this.settings = settings;
        this.rights = rights;
        this.placement = placement;
        this.askers = askers;
        this.send = send;
        this.peers = peers;
        this.client = client;
        this.audit = audit;
        this.self = self;
        this.clock = clock;
    }

    /**
     * Shows a version of a course of ours in a catalog; the one shown before stays until this one is complete.
     *
     * @param to a peer, or this site itself
     * @param replacing a fresh copy even where this very version is there already
     * @throws CourseException with the reason against it
     */
    public ShelfOrder publish(
            String number, CourseVersion version, Wwwroot to, Optional<User> user, boolean replacing) {
        Optional<ShelfOrder> known = orders.find(number);
        if (known.isPresent()) {
            return known.get();
        }
        requirePublisher(version, user);
        boolean here = to.equals(self);
        if (here) {
            check.look(CourseOrders.who(user), orderChecks.what(CourseCopy.Kind.PUBLISH, version.entry(), self, 0))
                    .orRefuse();
        } else {
            requirePeer(to);
        }
        ShelfOrder order = ShelfOrder.open(
                number,
                here ? Direction.IN : Direction.OUT,
                CourseCopy.Kind.PUBLISH,
                Road.OWN,
                to,
                OrderChecks.course(version.entry()),
                version.holderCourse(),
                Askers.of(user),
                0,
                replacing,
                clock.instant());
        return here ? orders.arriving(order) : orders.sending(order);
    }

    /**
     * Has another site deploy a version that is held here.
     *
     * @param category number of a category over there; empty for its own choice
     * @throws CourseException with the reason against it
     */
    public ShelfOrder deployTo(String number, CourseVersion version, Wwwroot to, Optional<User> user, String category) {
        Optional<ShelfOrder> known = orders.find(number);
        if (known.isPresent()) {
            return known.get();
        }
        requirePeer(to);
        return orders.sending(outgoing(number, version, to, user, category));
    }

    /** What the other site says would become of it. @throws CourseException when it cannot be asked */
    public List<OrderAnswer.Finding> tryDeployTo(
            String number, CourseVersion version, Wwwroot to, Optional<User> user, String category) {
        Peer receiver = requirePeer(to);
        if (receiver.application() != Application.CONSTELLATION) {
            throw CourseException.of("order.nodryrun", receiver.name());
        }
        try {
            ShelfOrder order = outgoing(number, version, to, user, category);
            return client.call(receiver, CourseMethods.OFFER, send.offer(order, version, true))
                    .findings();
        } catch (UnreachableException unreachable) {
            throw CourseException.of("order.unreachable", receiver.name(), unreachable.why());
        } catch (Fault fault) {
            throw CourseException.of("order.fault", receiver.name(), fault.code(), fault.text());
        }
    }

    private ShelfOrder outgoing(
            String number, CourseVersion version, Wwwroot to, Optional<User> user, String category) {
        return ShelfOrder.open(
                number,
                Direction.OUT,
                CourseCopy.Kind.DEPLOY,
                Road.OWN,
                to,
                OrderChecks.course(version.entry()),
                version.holderCourse(),
                Askers.of(user),
                category.matches("[0-9]{1,18}") ? Long.parseLong(category) : 0,
                true,
                clock.instant());
    }

    /** Hides a course of ours in a catalog. @throws CourseException when that is refused, or the catalog is silent */
    public void withdraw(CourseVersion version, Wwwroot from, Optional<User> user) {
        requirePublisher(version, user);
        if (from.equals(self)) {
            placement.hide(version.uid(), Askers.of(user).toString());
            return;
        }
        Peer peer = requirePeer(from);
        try {
            OrderAnswer answer = client.call(
                    peer,
                    CourseMethods.WITHDRAW,
                    new Withdrawal(askers.speaking(Askers.of(user), self), version.uid()));
            if (!answer.state().equals(OrderAnswer.DONE)) {
                throw CourseException.of("order.refused", peer.name(), answer.note());
            }
            audit.record(AuditEvent.done(CourseEvents.HIDDEN, Askers.of(user).toString())
                    .peer(from.value())
                    .with("course", version.uid()));
        } catch (UnreachableException unreachable) {
            throw CourseException.of("order.unreachable", peer.name(), unreachable.why());
        } catch (Fault fault) {
            throw CourseException.of("order.fault", peer.name(), fault.code(), fault.text());
        }
    }

    private void requirePublisher(CourseVersion version, Optional<User> user) {
        NodeRoles roles = settings.roles();
        if (!roles.has(NodeRole.FACTORY) && !roles.has(NodeRole.CATALOG)) {
            throw CourseException.of("publish.role");
        }
        if (!version.source().equals(self)) {
            throw CourseException.of("course.notours", version.uid());
        }
        if (user.isPresent() && !rights.anywhere(user.get(), CourseRights.PUBLISH)) {
            throw CourseException.of("check.rights.no", CourseRights.PUBLISH);
        }
    }

    private Peer requirePeer(Wwwroot wwwroot) {
        return peers.find(wwwroot)
                .filter(Peer::isApproved)
                .orElseThrow(() -> CourseException.of("order.nopeer", wwwroot));
    }
}
