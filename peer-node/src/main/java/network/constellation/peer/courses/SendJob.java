package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.courses.ShelfOrder.State;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.courses.CourseMethods;
import network.constellation.protocol.method.courses.CourseOrder;
import network.constellation.protocol.method.courses.OrderAnswer;

/**
 * A course of ours goes to another site: the site is asked to fetch it, then asked how far it is until it says that the
 * course is there. The bytes are the receiver's affair.
 */
@Singleton
final class SendJob implements JobKind<SendJob.Sending> {
    private final OrderStore orders;
    private final ShelfStore shelf;
    private final Peers peers;
    private final PeerClient client;
    private final Askers askers;
    private final OriginalSend original;
    private final Usage usage;
    private final Audit audit;
    private final Wwwroot self;
    private final Clock clock;

    @Inject
    SendJob(
            OrderStore orders,
            ShelfStore shelf,
            Peers peers,
            PeerClient client,
            Askers askers,
            OriginalSend original,
            Usage usage,
            Audit audit,
            Wwwroot self,
            Clock clock) {
        this.orders = orders;
        this.shelf = shelf;
        this.peers = peers;
        this.client = client;
        this.askers = askers;
        this.original = original;
        this.usage = usage;
        this.audit = audit;
        this.self = self;
        this.clock = clock;
    }

    /** Number of the order. */
    record Sending(String order) {}

    /** The receiver is at work; asked again soon. */
    private static final class StillWorking extends Exception {
        private static final long serialVersionUID = 1L;

        StillWorking(String words) {
            super(words, null, false, false);
        }
    }

    @Override
    public String name() {
        return "courses.send";
    }

    @Override
    public Class<Sending> stateType() {
        return Sending.class;
    }

    /** For about a week. */
    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), 10_000);
    }

    @Override
    public List<NamedStep<Sending>> steps() {
        return List.of(step("offer", this::offer), step("await", this::await));
    }

    private interface Work {
        void on(JobContext context, Peer receiver, ShelfOrder order) throws Exception;
    }

    private NamedStep<Sending> step(String name, Work step) {
        return JobKind.step(name, (context, sending) -> {
            ShelfOrder order = orders.find(sending.order())
                    .orElseThrow(() -> new JobFailure("The order " + sending.order() + " is gone."));
            if (order.state() == State.DONE) {
                return sending;
            }
            if (order.state() == State.REFUSED) {
                throw new JobFailure(order.note());
            }
            try {
                Peer receiver = peers.find(order.peer())
                        .filter(Peer::isApproved)
                        .orElseThrow(() -> new JobFailure(order.peer() + " is not served by this site any more."));
                step.on(context, receiver, order);
            } catch (JobFailure hopeless) {
                orders.find(order.id())
                        .filter(now -> now.state() == State.OPEN)
                        .ifPresent(now -> orders.state(
                                order.id(), State.FAILED, String.valueOf(hopeless.getMessage()), clock.instant()));
                throw hopeless;
            } catch (Fault fault) {
                String sentence = order.peer() + ": fault " + fault.code() + ": " + fault.text();
                orders.state(order.id(), State.FAILED, sentence, clock.instant());
                throw new JobFailure(sentence);
            }
            return sending;
        });
    }

    private void offer(JobContext context, Peer receiver, ShelfOrder order) throws Exception {
        if (order.state() == State.FAILED) {
            orders.state(order.id(), State.OPEN, "", clock.instant());
        }
        CourseVersion version = shelf.version(
                        order.course().uid(), order.course().version())
                .orElseThrow(() -> new JobFailure("The version is not on the shelf any more."));
        if (receiver.application() != Application.CONSTELLATION) {
            original.send(receiver, order, version);
            return;
        }
        heard(order, client.call(receiver, CourseMethods.OFFER, offer(order, version, false)));
    }

    /** The order as the receiver is told of it. */
    CourseOrder offer(ShelfOrder order, CourseVersion version, boolean dryRun) {
        return new CourseOrder(
                order.id(),
                order.kind() == CourseCopy.Kind.PUBLISH ? CourseOrder.PUBLISH : CourseOrder.DEPLOY,
                askers.speaking(order.asker(), self),
                version.uid(),
                version.version(),
                Optional.of(version.entry()),
                order.holderCourse(),
                order.category() == 0 ? "" : Long.toString(order.category()),
                order.replacing(),
                dryRun);
    }

    private void await(JobContext context, Peer receiver, ShelfOrder order) throws Exception {
        OrderAnswer answer = client.call(receiver, CourseMethods.STATUS, order.id());
        heard(order, answer);
        if (answer.state().equals(OrderAnswer.ACCEPTED) || answer.state().equals(OrderAnswer.WORKING)) {
            context.progress((int) Math.max(5, Math.min(95, answer.percent())), answer.note());
            throw new StillWorking(receiver.name() + ": " + answer.percent() + " %, " + answer.note());
        }
    }

    /** What the receiver says goes into the order. @throws JobFailure when it is an end without the course */
    private void heard(ShelfOrder order, OrderAnswer answer) throws JobFailure {
        switch (answer.state()) {
            case OrderAnswer.DONE -> done(order, answer.course(), answer.url());
            case OrderAnswer.REFUSED -> {
                String why = answer.note().isEmpty() ? "The site refused it." : answer.note();
                orders.state(order.id(), State.REFUSED, why, clock.instant());
                audit.record(
                        AuditEvent.refused(CourseEvents.ORDERED, order.asker().toString(), why)
                                .peer(order.peer().value())
                                .with("order", order.id())
                                .with("course", order.course().uid()));
                throw new JobFailure(why);
            }
            case OrderAnswer.FAILED ->
                throw new JobFailure(answer.note().isEmpty() ? "It failed at the other site." : answer.note());
            default -> {
                // Accepted or at work: the next step asks how far it is.
            }
        }
    }

    private void done(ShelfOrder order, long course, String url) {
        orders.placed(order.id(), course, url.startsWith(order.peer() + "/") ? url : "", clock.instant());
        if (orders.state(order.id(), State.DONE, "", clock.instant()) && order.kind() == CourseCopy.Kind.PUBLISH) {
            usage.record(UsageEvent.of(UsageKind.PUBLISH).with(order.peer()));
        }
    }
}
