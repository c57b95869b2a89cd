package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.courses.ShelfOrder.State;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.jobs.JobCancelled;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Course;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.courses.CatalogEntry;
import network.constellation.protocol.method.courses.CourseMethods;
import network.constellation.protocol.method.courses.CourseOrder;
import network.constellation.protocol.method.courses.OrderAnswer;

/**
 * A course comes here: allowed by its holder, checked, fetched, read to its end, restored as a hidden copy, shown
 * (courses-and-certificates.md 3.1, 3.2). The order keeps what is known, so the job itself only knows its number.
 */
@Singleton
final class ArriveJob implements JobKind<ArriveJob.Arrival> {
    private final OrderStore orders;
    private final ShelfStore shelf;
    private final CopyStore copies;
    private final CourseShelf courses;
    private final ArrivalCheck check;
    private final OrderChecks orderChecks;
    private final Set<PackageFetch> roads;
    private final PackageWork work;
    private final Placement placement;
    private final ContentStore contents;
    private final Peers peers;
    private final PeerClient client;
    private final Askers askers;
    private final Jobs jobs;
    private final ReceiptJob receipts;
    private final Audit audit;
    private final Wwwroot self;
    private final Clock clock;

    @Inject
    ArriveJob(
            OrderStore orders,
            ShelfStore shelf,
            CopyStore copies,
            CourseShelf courses,
            ArrivalCheck check,
            OrderChecks orderChecks,
            Set<PackageFetch> roads,
            PackageWork work,
            Placement placement,
            ContentStore contents,
            Peers peers,
            PeerClient client,
            Askers askers,
            Jobs jobs,
            ReceiptJob receipts,
            Audit audit,
            Wwwroot self,
            Clock clock) {
        this.orders = orders;
        this.shelf = shelf;
        this.copies = copies;
        this.courses = courses;
        this.check = check;
        this.orderChecks = orderChecks;
        this.roads = roads;
        this.work = work;
        this.placement = placement;
        this.contents = contents;
        this.peers = peers;
        this.client = client;
        this.askers = askers;
        this.jobs = jobs;
        this.receipts = receipts;
        this.audit = audit;
        this.self = self;
        this.clock = clock;
    }

    /** Number of the order. */
    record Arrival(String order) {}

    @Override
    public String name() {
        return "courses.arrive";
    }

    @Override
    public Class<Arrival> stateType() {
        return Arrival.class;
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 2_000);
    }

    @Override
    public List<NamedStep<Arrival>> steps() {
        return List.of(
                step("ask", this::ask),
                step("check", this::check),
                step("fetch", this::fetch),
                step("restore", this::restore),
                step("show", this::show));
    }

    private interface Work {
        void on(JobContext context, ShelfOrder order) throws Exception;
    }

    /** The order ends with the job, and whoever waits for it elsewhere is told. */
    private NamedStep<Arrival> step(String name, Work step) {
        return JobKind.step(name, (context, arrival) -> {
            ShelfOrder order = orders.find(arrival.order())
                    .orElseThrow(() -> new JobFailure("The order " + arrival.order() + " is gone."));
            if (order.state() == State.DONE) {
                return arrival;
            }
            if (order.state() != State.OPEN) {
                orders.state(order.id(), State.OPEN, "", clock.instant());
            }
            try {
                step.on(context, order);
            } catch (CourseException | UnfitPackageException refused) {
                throw end(order, State.REFUSED, String.valueOf(refused.getMessage()));
            } catch (JobFailure hopeless) {
                throw end(order, State.FAILED, String.valueOf(hopeless.getMessage()));
            } catch (Fault fault) {
                throw end(order, State.FAILED, order.peer() + ": fault " + fault.code() + ": " + fault.text());
            } catch (JobCancelled cancelled) {
                end(order, State.FAILED, "Cancelled.");
                throw cancelled;
            } catch (Exception failed) {
                if (context.attempt() >= retries().attempts()) {
                    throw end(order, State.FAILED, String.valueOf(failed.getMessage()));
                }
                throw failed;
            }
            return arrival;
        });
    }

    private JobFailure end(ShelfOrder order, State state, String sentence) {
        placement.discard(order);
        orders.state(order.id(), state, sentence, clock.instant());
        audit.record(AuditEvent.failed(CourseEvents.ARRIVAL, order.asker().toString(), sentence)
                .peer(order.peer().value())
                .with("order", order.id())
                .with("course", order.course().uid()));
        tell(order);
        return new JobFailure(sentence);
    }

    private void tell(ShelfOrder order) {
        if (!order.isWithin(self) && order.road() != ShelfOrder.Road.ORIGINAL) {
            jobs.start(receipts, new ReceiptJob.Receipt(order.id()));
        }
    }

    /** The holder lets this site fetch the course, and says which version it is. */
    private void ask(JobContext context, ShelfOrder order) throws Exception {
        if (order.road() != ShelfOrder.Road.ASKED || order.isWithin(self)) {
            return;
        }
        OrderAnswer answer = client.call(
                holder(order),
                CourseMethods.REQUEST,
                new CourseOrder(
                        order.id(),
                        CourseOrder.DEPLOY,
                        askers.speaking(order.asker(), self),
                        order.course().uid(),
                        order.course().version(),
                        Optional.empty(),
                        0,
                        "",
                        false,
                        false));
        if (!answer.state().equals(OrderAnswer.ACCEPTED) || answer.entry().isEmpty()) {
            throw new JobFailure(order.peer() + " does not hand the course over: " + answer.note());
        }
        CatalogEntry entry = answer.entry().get();
        if (!entry.uid().equals(order.course().uid())) {
            throw new JobFailure(order.peer() + " offers another course than the one that was asked for.");
        }
        orders.learned(order.id(), OrderChecks.course(entry), answer.holderCourse(), clock.instant());
    }

    private void check(JobContext context, ShelfOrder order) {
        check.look(orderChecks.who(order), orderChecks.what(order)).orRefuse();
    }

    private void fetch(JobContext context, ShelfOrder order) throws Exception {
        String announced = order.course().sha256();
        StoredContent stored;
        if (!announced.isEmpty() && contents.has(new ContentHash(announced))) {
            ContentHash hash = new ContentHash(announced);
            stored = new StoredContent(hash, contents.size(hash).orElse(0L));
        } else if (order.isWithin(self)) {
            throw new JobFailure("The package is not on the disk of this site any more.");
        } else {
            stored = fetchFrom(context, holder(order), order);
        }
        context.progress(70, "reading the package");
        InspectedPackage inspected = courses.inspect(stored.hash());
        ShelfOrder.Course ordered = order.course();
        CourseVersion version = courses.keep(
                ordered.uid(),
                ordered.version(),
                ordered.origin().isEmpty() ? order.peer() : Wwwroot.of(ordered.origin()),
                order.peer(),
                stored,
                inspected);
        orders.learned(order.id(), OrderChecks.course(version.entry()), order.holderCourse(), clock.instant());
    }

    private StoredContent fetchFrom(JobContext context, Peer holder, ShelfOrder order) throws Exception {
        for (PackageFetch road : roads) {
            if (road.leadsTo(holder, order)) {
                return road.fetch(context, holder, order);
            }
        }
        throw new JobFailure("No road leads to the package of " + holder.wwwroot() + ".");
    }

    private void restore(JobContext context, ShelfOrder order) throws Exception {
        CourseVersion version = version(order);
        if (shownAlready(order, version).isPresent()) {
            return;
        }
        // Rights and categories may have changed while the package was on its way.
        Verdict verdict = check.look(orderChecks.who(order), orderChecks.what(order));
        verdict.orRefuse();
        Category category = verdict.category().orElseThrow();
        context.progress(80, "restoring the course");
        Course course = placement.placeholder(
                order, version.sheet().shortname(), version.sheet().title(), category.id());
        placement.copy(order, version, course);
        placement.describe(course, work.restore(version.hash(), course.id()));
    }

    private void show(JobContext context, ShelfOrder order) throws Exception {
        CourseVersion version = version(order);
        Optional<CourseCopy> shown = shownAlready(order, version);
        if (shown.isPresent()) {
            placement.show(shown.get());
            orders.placed(
                    order.id(), shown.get().course(), placement.url(shown.get().course()), clock.instant());
            orders.state(order.id(), State.DONE, "", clock.instant());
        } else {
            CourseCopy copy = copies.ofOrder(order.id()).orElseThrow();
            placement.land(order, version, copy);
        }
        tell(order);
    }

    /** The very version is in the catalog, shown or hidden: it needs no second copy. */
    private Optional<CourseCopy> shownAlready(ShelfOrder order, CourseVersion version) {
        if (order.kind() != CourseCopy.Kind.PUBLISH || order.replacing()) {
            return Optional.empty();
        }
        return copies.of(version.uid(), CourseCopy.Kind.PUBLISH).stream()
                .filter(copy ->
                        copy.version() == version.version() && !copy.orderId().equals(order.id()))
                .findFirst();
    }

    private CourseVersion version(ShelfOrder order) throws JobFailure {
        return shelf.version(order.course().uid(), order.course().version())
                .orElseThrow(() -> new JobFailure("The version is not on the shelf any more."));
    }

    private Peer holder(ShelfOrder order) throws JobFailure {
        return peers.find(order.peer())
                .filter(Peer::isApproved)
                .orElseThrow(() -> new JobFailure(order.peer() + " is not served by this site any more."));
    }
}
