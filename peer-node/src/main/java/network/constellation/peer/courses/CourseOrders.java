package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.courses.ArrivalCheck.Who;
import network.constellation.peer.courses.ShelfOrder.Direction;
import network.constellation.peer.courses.ShelfOrder.Road;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.platform.User;
import org.jdbi.v3.core.Handle;

/**
 * Orders about courses: their numbers, their jobs, and the deployment of a catalog's course here. An order is known by its
 * number, so the same one twice is one; all work is a durable job (courses-and-certificates.md 3).
 */
@Singleton
public final class CourseOrders {
    private final OrderStore orders;
    private final Catalog catalog;
    private final ArrivalCheck check;
    private final OrderChecks orderChecks;
    private final ArriveJob arrive;
    private final SendJob send;
    private final Jobs jobs;
    private final CryptoEngine crypto;
    private final Audit audit;
    private final Clock clock;

    @Inject
    CourseOrders(
            OrderStore orders,
            Catalog catalog,
            ArrivalCheck check,
            OrderChecks orderChecks,
            ArriveJob arrive,
            SendJob send,
            Jobs jobs,
            CryptoEngine crypto,
            Audit audit,
            Clock clock) {
        this.orders = orders;
        this.catalog = catalog;
        this.check = check;
        this.orderChecks = orderChecks;
        this.arrive = arrive;
        this.send = send;
        this.jobs = jobs;
        this.crypto = crypto;
        this.audit = audit;
        this.clock = clock;
    }

    /** The number of a new order: made when a form is shown, so that sending it twice is one order. */
    public String newNumber() {
        return HexFormat.of().formatHex(crypto.randomBytes(16));
    }

    /**
     * A course wanted here.
     *
     * @param at the catalog that shows it; this site's own too
     * @param user on whose behalf; empty for the site's administrator at the command line
     * @param category 0 for where arriving courses are put
     */
    public record Wish(String order, String uid, Wwwroot at, Optional<User> user, long category) {}

    /** What would become of a deployment here. @throws CourseException when that catalog does not show the course */
    public Verdict tryDeploy(Wish wish) {
        return check.look(
                who(wish.user()),
                orderChecks.what(CourseCopy.Kind.DEPLOY, offered(wish).entry(), wish.at(), wish.category()));
    }

    /** Orders a copy of a catalog's course for this site. @throws CourseException with the reason against it */
    public ShelfOrder deploy(Wish wish) {
        Optional<ShelfOrder> known = orders.find(wish.order());
        if (known.isPresent()) {
            return known.get();
        }
        Catalog.Offered offered = offered(wish);
        tryDeploy(wish).orRefuse();
        return arriving(ShelfOrder.open(
                wish.order(),
                Direction.IN,
                CourseCopy.Kind.DEPLOY,
                Road.ASKED,
                wish.at(),
                OrderChecks.course(offered.entry()),
                0,
                Askers.of(wish.user()),
                wish.category(),
                false,
                clock.instant()));
    }

    private Catalog.Offered offered(Wish wish) {
        return catalog.find(wish.uid(), Optional.of(wish.at()))
                .orElseThrow(() -> CourseException.of("course.unknown", wish.uid()));
    }

    public Optional<ShelfOrder> find(String number) {
        return orders.find(number);
    }

    /** Newest first. */
    public List<ShelfOrder> newest() {
        return orders.newest();
    }

    /** About one course, newest first. */
    public List<ShelfOrder> about(String uid) {
        return orders.about(uid);
    }

    /** A course that comes here; the same number again is the order that is there. */
    ShelfOrder arriving(ShelfOrder order) {
        return start(order, this::arriving);
    }

    /** A course that another site is asked to fetch. */
    ShelfOrder sending(ShelfOrder order) {
        return start(order, this::sending);
    }

    /** Lets another site fetch a package; no work of ours. */
    ShelfOrder allow(ShelfOrder order) {
        return start(order, (handle, id) -> Optional.empty());
    }

    private ShelfOrder start(ShelfOrder order, BiFunction<Handle, String, Optional<UUID>> job) {
        return orders.insertOnce(order, handle -> {
            String name = order.direction() == Direction.OUT && order.road() == Road.ASKED
                    ? CourseEvents.ALLOWED
                    : CourseEvents.ORDERED;
            audit.record(
                    handle,
                    AuditEvent.done(name, order.asker().toString())
                            .peer(order.peer().value())
                            .with("order", order.id())
                            .with("kind", order.kind().name().toLowerCase(java.util.Locale.ROOT))
                            .with("course", order.course().uid()));
            return job.apply(handle, order.id());
        });
    }

    private Optional<UUID> arriving(Handle handle, String id) {
        return Optional.of(jobs.startIn(handle, arrive, new ArriveJob.Arrival(id)));
    }

    private Optional<UUID> sending(Handle handle, String id) {
        return Optional.of(jobs.startIn(handle, send, new SendJob.Sending(id)));
    }

    static Who who(Optional<User> user) {
        return user.isPresent() ? Who.of(user) : Who.trustworthy();
    }
}
