package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.courses.ShelfOrder.State;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.courses.CallingUser;
import network.constellation.protocol.method.courses.Delivery;
import network.constellation.protocol.method.courses.PublishflowMethods;
import network.constellation.protocol.method.courses.SessionsQuestion;
import network.constellation.protocol.method.status.StatusAnswer;
import network.constellation.protocol.method.status.StatusCodecs;

/**
 * Has a site of another software fetch a course of ours, by the originals' one long call. When no answer comes it is
 * unknown what became of it: the site is asked which copies it has before anything is said (courses-and-certificates.md
 * 4.6).
 */
@Singleton
final class OriginalSend {
    private static final PublishflowMethods METHODS = PublishflowMethods.standard();

    private final PeerClient client;
    private final OrderStore orders;
    private final Askers askers;
    private final Wwwroot self;
    private final Clock clock;

    @Inject
    OriginalSend(PeerClient client, OrderStore orders, Askers askers, Wwwroot self, Clock clock) {
        this.client = client;
        this.orders = orders;
        this.askers = askers;
        this.self = self;
        this.clock = clock;
    }

    void send(Peer receiver, ShelfOrder order, CourseVersion version) throws JobFailure {
        CallingUser user = askers.speaking(order.asker(), self);
        Delivery delivery = new Delivery(
                user,
                order.kind() == CourseCopy.Kind.PUBLISH ? Delivery.PUBLISH : "",
                record(order, version),
                order.replacing(),
                Optional.of(order.category()).filter(id -> id != 0).map(String::valueOf),
                true);
        StatusAnswer answer;
        try {
            answer = client.call(
                    receiver,
                    order.kind() == CourseCopy.Kind.PUBLISH ? METHODS.deliveryPublish() : METHODS.deliveryDeploy(),
                    delivery);
        } catch (UnreachableException unreachable) {
            if (!unreachable.mayHaveArrived()) {
                throw unreachable;
            }
            answer = whatIsThere(receiver, user, version, unreachable);
        }
        if (!answer.isSuccess()) {
            orders.state(order.id(), State.REFUSED, answer.status() + ": " + answer.error(), clock.instant());
            throw new JobFailure(receiver.name() + " refused it, status " + answer.status() + ": " + answer.error());
        }
        long course = answer.number("courseid", 0);
        orders.placed(order.id(), course, receiver.wwwroot().with("/course/view.php?id=" + course), clock.instant());
        orders.state(order.id(), State.DONE, "", clock.instant());
    }

    private StatusAnswer whatIsThere(
            Peer receiver, CallingUser user, CourseVersion version, UnreachableException unreachable)
            throws JobFailure {
        try {
            StatusAnswer sessions =
                    client.call(receiver, METHODS.getSessions(), new SessionsQuestion(user, version.uid(), true));
            if (sessions.field("sessions").filter(Value.Arr.class::isInstance).stream()
                    .map(Value.Arr.class::cast)
                    .anyMatch(list -> !list.items().isEmpty())) {
                throw new JobFailure(receiver.name() + " did not answer in time (" + unreachable.why()
                        + "), and now lists this course: look there whether it is complete. It was not sent again.");
            }
        } catch (UnreachableException stillSilent) {
            throw new JobFailure("Unknown: " + receiver.name() + " did not answer (" + unreachable.why()
                    + ") and cannot be asked what it has. Look there before you order again.");
        }
        throw new JobFailure("Unknown: " + receiver.name() + " did not answer in time (" + unreachable.why()
                + ") and lists no copy yet; it may still be at work. Look there before you order again.");
    }

    /** The course record as the originals send it, as far as it means anything. */
    private static String record(ShelfOrder order, CourseVersion version) {
        Map<String, Value> course = new LinkedHashMap<>();
        course.put("id", Value.of(order.holderCourse()));
        course.put("fullname", Value.of(version.sheet().title()));
        course.put("shortname", Value.of(version.sheet().shortname()));
        course.put("idnumber", Value.of(version.uid()));
        course.put("summary", Value.of(version.sheet().summary()));
        course.put("summaryformat", Value.of(2));
        course.put("visible", Value.of(1));
        return StatusCodecs.text(new Value.Struct(course));
    }
}
