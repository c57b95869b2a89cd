package network.constellation.protocol.method.courses;

import static network.constellation.protocol.method.Codecs.argument;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.requiredString;

import java.util.List;
import network.constellation.protocol.method.ArgumentsCodec;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.ValueCodec;
import network.constellation.protocol.method.transfer.TransferTicket;

/**
 * What our own peers say to each other about courses, in the service {@code publishflow} beside the originals' functions
 * (docs/protocol/courses.md). All are idempotent: an order is known by its number.
 */
public final class CourseMethods {
    private static final String PREFIX = "constellation/courses/";
    private static final String ANSWER = "Where the order stands: state, findings, percent, note, course, url.";

    public static final NetworkMethod<CatalogQuestion, CatalogQuestion.Page> CATALOG = method(
            "catalog",
            Effect.READ,
            new Parameter("question", "struct", "Members search, offset, limit."),
            "Members total and entries.",
            "Returns the courses that this catalog shows.",
            argument("question", CourseShapes.QUESTION),
            CourseShapes.PAGE);

    /** The receiver asks the holder for a course that it shows. */
    public static final NetworkMethod<CourseOrder, OrderAnswer> REQUEST = method(
            "request",
            Effect.IDEMPOTENT,
            new Parameter("order", "struct", "Number, uid and version of the course, on whose behalf."),
            ANSWER + " With the entry and the number of the course here.",
            "Lets your site fetch a course of this catalog.",
            argument("order", CourseShapes.ORDER),
            CourseShapes.ANSWER);

    /** The holder asks the receiver to publish or deploy. */
    public static final NetworkMethod<CourseOrder, OrderAnswer> OFFER = method(
            "offer",
            Effect.IDEMPOTENT,
            new Parameter("order", "struct", "Number, kind, course, on whose behalf, wished category."),
            ANSWER,
            "Has this site fetch a course of yours and publish or deploy it; a dry run only tells what would happen.",
            argument("order", CourseShapes.ORDER),
            CourseShapes.ANSWER);

    public static final NetworkMethod<String, OrderAnswer> STATUS = method(
            "status",
            Effect.READ,
            new Parameter("order", "string", "Number of an order that you gave."),
            ANSWER,
            "Tells where an order of your site stands.",
            argument("order", requiredString()),
            CourseShapes.ANSWER);

    public static final NetworkMethod<OrderReceipt, Boolean> RECEIVED = method(
            "received",
            Effect.IDEMPOTENT,
            new Parameter("receipt", "struct", "Number of the order, state, course and its address."),
            "Whether the order is known.",
            "Tells this site what became of an order that it gave or allowed.",
            argument("receipt", CourseShapes.RECEIPT),
            bool());

    public static final NetworkMethod<Withdrawal, OrderAnswer> WITHDRAW = method(
            "withdraw",
            Effect.IDEMPOTENT,
            new Parameter("withdrawal", "struct", "The course and on whose behalf."),
            ANSWER,
            "Hides a course that your site published here.",
            argument("withdrawal", CourseShapes.WITHDRAWAL),
            CourseShapes.ANSWER);

    /** Fault 510 without a pending order of the caller, 520 when the package is not here any more. */
    public static final NetworkMethod<String, TransferTicket> TICKET = method(
            "ticket",
            Effect.IDEMPOTENT,
            new Parameter("order", "string", "Number of a pending order of your site."),
            "A ticket with size, hash and the hashes of all pieces; valid for some minutes.",
            "Lets your site fetch the package of an order by plain HTTP.",
            argument("order", requiredString()),
            TransferTicket.CODEC);

    /** The caller has an order on behalf of a person of ours, by way of a third site. */
    public static final NetworkMethod<Whereabouts, Boolean> VOUCH = method(
            "vouch",
            Effect.READ,
            new Parameter("whereabouts", "struct", "Members username (at this site) and site."),
            "Whether the person went to that site by single sign-on and is there now.",
            "Tells whether a person of this site may be speaking through another site.",
            argument("whereabouts", CourseShapes.WHEREABOUTS),
            bool());

    private CourseMethods() {}

    private static <A, R> NetworkMethod<A, R> method(
            String name,
            Effect effect,
            Parameter parameter,
            String result,
            String help,
            ArgumentsCodec<A> arguments,
            ValueCodec<R> answer) {
        return new NetworkMethod<>(
                PREFIX + name,
                List.of(PublishflowMethods.SERVICE),
                effect,
                Authority.PEER,
                List.of(parameter),
                new Result("struct", result),
                help,
                arguments,
                answer);
    }
}
