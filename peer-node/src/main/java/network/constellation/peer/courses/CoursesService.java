package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.courses.ArrivalCheck.Who;
import network.constellation.peer.courses.Callers.CallerRefused;
import network.constellation.peer.courses.ShelfOrder.Asker;
import network.constellation.peer.courses.ShelfOrder.Direction;
import network.constellation.peer.courses.ShelfOrder.Road;
import network.constellation.peer.courses.ShelfOrder.State;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.transfer.Transfers;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.courses.CatalogEntry;
import network.constellation.protocol.method.courses.CatalogQuestion;
import network.constellation.protocol.method.courses.CourseOrder;
import network.constellation.protocol.method.courses.OrderAnswer;
import network.constellation.protocol.method.courses.OrderReceipt;
import network.constellation.protocol.method.courses.Whereabouts;
import network.constellation.protocol.method.courses.Withdrawal;
import network.constellation.protocol.method.status.StatusAnswer;
import network.constellation.protocol.method.transfer.TransferTicket;

/** What sites of our own kind ask about courses (docs/protocol/courses.md). All of it may be asked again. */
@Singleton
final class CoursesService {
    private final Catalog catalog;
    private final ShelfStore shelf;
    private final CopyStore copies;
    private final OrderStore store;
    private final CourseOrders orders;
    private final ArrivalCheck check;
    private final OrderChecks orderChecks;
    private final CourseSettings settings;
    private final Callers callers;
    private final Placement placement;
    private final Transfers transfers;
    private final Jobs jobs;
    private final Usage usage;
    private final Clock clock;

    @Inject
    CoursesService(
            Catalog catalog,
            ShelfStore shelf,
            CopyStore copies,
            OrderStore store,
            CourseOrders orders,
            ArrivalCheck check,
            OrderChecks orderChecks,
            CourseSettings settings,
            Callers callers,
            Placement placement,
            Transfers transfers,
            Jobs jobs,
            Usage usage,
            Clock clock) {
        this.catalog = catalog;
        this.shelf = shelf;
        this.copies = copies;
        this.store = store;
        this.orders = orders;
        this.check = check;
        this.orderChecks = orderChecks;
        this.settings = settings;
        this.callers = callers;
        this.placement = placement;
        this.transfers = transfers;
        this.jobs = jobs;
        this.usage = usage;
        this.clock = clock;
    }

    CatalogQuestion.Page catalog(CallContext context, CatalogQuestion question) {
        return catalog.page(question);
    }

    /** What this catalog shows, a site with which the service is agreed may have: its person needs no account here. */
    OrderAnswer request(CallContext context, CourseOrder order) {
        Asker asker;
        try {
            asker = callers.claimed(context, order.user());
        } catch (CallerRefused refused) {
            return refusal(String.valueOf(refused.getMessage()));
        }
        Optional<CourseVersion> shown = settings.roles().has(NodeRole.CATALOG)
                ? copies.shown().stream()
                        .filter(version -> version.uid().equals(order.uid())
                                && (order.version() == 0 || order.version() == version.version()))
                        .findFirst()
                : Optional.empty();
        if (shown.isEmpty()) {
            return refusal("This catalog does not show that course, or not that version.");
        }
        CourseVersion version = shown.get();
        ShelfOrder allowed = order.dryRun()
                ? order(context, order, Direction.OUT, Road.ASKED, version.entry(), version.holderCourse(), asker)
                : orders.allow(order(
                        context, order, Direction.OUT, Road.ASKED, version.entry(), version.holderCourse(), asker));
        if (!isOf(allowed, context)) {
            return refusal("This number is another order's.");
        }
        return new OrderAnswer(
                OrderAnswer.ACCEPTED, List.of(), 0, "", 0, "", Optional.of(version.entry()), version.holderCourse());
    }

    /** The sender wants a course of its shelf published or deployed here. */
    OrderAnswer offer(CallContext context, CourseOrder order) {
        Optional<ShelfOrder> known = store.find(order.order());
        if (known.isPresent() && !order.dryRun()) {
            return isOf(known.get(), context) ? answer(known.get()) : refusal("This number is another order's.");
        }
        boolean publish = order.kind().equals(CourseOrder.PUBLISH);
        if (order.entry().isEmpty() || !publish && !order.kind().equals(CourseOrder.DEPLOY)) {
            return refusal("The order names no course, or is neither publish nor deploy.");
        }
        Wwwroot sender = context.peer().wwwroot();
        CourseCopy.Kind kind = publish ? CourseCopy.Kind.PUBLISH : CourseCopy.Kind.DEPLOY;
        Verdict verdict;
        Asker asker;
        try {
            asker = callers.named(context, order.user());
            Who who = publish && settings.publishers() == CourseSettings.Publishers.SITES
                    ? Who.trustworthy()
                    : Who.of(Optional.of(callers.account(context, order.user())));
            verdict = check.look(who, orderChecks.what(kind, order.entry().get(), sender, category(order)));
        } catch (CallerRefused refused) {
            return new OrderAnswer(
                    OrderAnswer.REFUSED,
                    List.of(new OrderAnswer.Finding("account", "stop", String.valueOf(refused.getMessage()))),
                    0,
                    String.valueOf(refused.getMessage()),
                    0,
                    "",
                    Optional.empty(),
                    0);
        }
        if (!verdict.allowed()) {
            String why = verdict.stop().map(stop -> stop.told().sentence()).orElse("");
            return OrderAnswer.of(OrderAnswer.REFUSED, verdict.told(), why);
        }
        if (order.dryRun()) {
            return OrderAnswer.of(OrderAnswer.ACCEPTED, verdict.told(), "");
        }
        return answer(orders.arriving(
                order(context, order, Direction.IN, Road.OWN, order.entry().get(), order.holderCourse(), asker)));
    }

    private static long category(CourseOrder order) {
        return order.category().matches("[0-9]{1,18}") ? Long.parseLong(order.category()) : 0;
    }

    private ShelfOrder order(
            CallContext context,
            CourseOrder order,
            Direction direction,
            Road road,
            CatalogEntry entry,
            long holderCourse,
            Asker asker) {
        return ShelfOrder.open(
                order.order(),
                direction,
                order.kind().equals(CourseOrder.PUBLISH) ? CourseCopy.Kind.PUBLISH : CourseCopy.Kind.DEPLOY,
                road,
                context.peer().wwwroot(),
                OrderChecks.course(entry),
                holderCourse,
                asker,
                direction == Direction.IN ? category(order) : 0,
                order.replace(),
                clock.instant());
    }

    OrderAnswer status(CallContext context, String number) {
        return store.find(number)
                .filter(order -> isOf(order, context) && order.direction() == Direction.IN)
                .map(this::answer)
                .orElseGet(() -> OrderAnswer.of(OrderAnswer.FAILED, List.of(), "This order is not known here."));
    }

    private OrderAnswer answer(ShelfOrder order) {
        Optional<JobView> job = order.job().flatMap(jobs::find);
        String state = ReceiptJob.state(order.state());
        return new OrderAnswer(
                state,
                List.of(),
                order.state() == State.DONE ? 100 : job.map(JobView::percent).orElse(0),
                order.state() == State.OPEN ? job.map(JobView::note).orElse("") : order.note(),
                order.copyCourse(),
                order.url(),
                Optional.empty(),
                0);
    }

    Boolean received(CallContext context, OrderReceipt receipt) {
        Optional<ShelfOrder> order =
                store.find(receipt.order()).filter(known -> isOf(known, context) && known.direction() == Direction.OUT);
        if (order.isEmpty()) {
            return false;
        }
        if (!order.get().state().isEnd() || order.get().state() == State.FAILED) {
            State state = switch (receipt.state()) {
                case OrderAnswer.DONE -> State.DONE;
                case OrderAnswer.REFUSED -> State.REFUSED;
                default -> State.FAILED;
            };
            String url = receipt.url().startsWith(context.peer().wwwroot() + "/") ? receipt.url() : "";
            store.placed(receipt.order(), receipt.course(), url, clock.instant());
            boolean changed = store.state(receipt.order(), state, Plain.line(receipt.note(), 1000), clock.instant());
            if (changed && state == State.DONE && order.get().kind() == CourseCopy.Kind.PUBLISH) {
                usage.record(
                        UsageEvent.of(UsageKind.PUBLISH).with(context.peer().wwwroot()));
            }
            order.get().job().ifPresent(jobs::retry);
        }
        return true;
    }

    OrderAnswer withdraw(CallContext context, Withdrawal withdrawal) {
        Wwwroot sender = context.peer().wwwroot();
        try {
            Asker asker = callers.named(context, withdrawal.user());
            if (settings.publishers() == CourseSettings.Publishers.PEOPLE) {
                callers.withRight(context, withdrawal.user(), CourseRights.PUBLISH);
            }
            List<CourseCopy> published = copies.of(withdrawal.uid(), CourseCopy.Kind.PUBLISH);
            if (published.isEmpty() || !published.get(0).source().equals(sender)) {
                return refusal("This catalog has no such course of your site.");
            }
            placement.hide(withdrawal.uid(), asker.toString());
            return OrderAnswer.of(OrderAnswer.DONE, List.of(), "");
        } catch (CallerRefused refused) {
            return refusal(String.valueOf(refused.getMessage()));
        }
    }

    /** While the order is pending, and for its package only. */
    TransferTicket ticket(CallContext context, String number) {
        ShelfOrder order = store.find(number)
                .filter(known ->
                        isOf(known, context) && known.direction() == Direction.OUT && known.state() == State.OPEN)
                .orElseThrow(() -> new Fault(
                        StatusAnswer.FAILURE_CAPABILITY, "No such order of your site is pending.", "no-order"));
        CourseVersion version =
                shelf.version(order.course().uid(), order.course().version()).orElseThrow(CoursesService::gone);
        try {
            return transfers.offer(version.hash(), context.peer().wwwroot());
        } catch (IOException missing) {
            throw gone();
        }
    }

    private static Fault gone() {
        return new Fault(StatusAnswer.FAILURE_RECORD, "The package is not here any more.", "package-gone");
    }

    Boolean vouch(CallContext context, Whereabouts where) {
        return callers.vouch(where);
    }

    private static boolean isOf(ShelfOrder order, CallContext context) {
        return order.peer().equals(context.peer().wwwroot());
    }

    private static OrderAnswer refusal(String sentence) {
        return OrderAnswer.of(OrderAnswer.REFUSED, List.of(), sentence);
    }
}
