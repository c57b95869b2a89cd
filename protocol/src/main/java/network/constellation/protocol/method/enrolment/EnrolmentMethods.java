package network.constellation.protocol.method.enrolment;

import static network.constellation.protocol.method.Codecs.any;
import static network.constellation.protocol.method.Codecs.arguments;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.noArguments;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.string;

import java.util.ArrayList;
import java.util.List;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.Nothing;

/** The methods of remote enrolment (mnet-wire.md 11.2), of the service {@code mnet_enrol}: a site enrols its own users. */
public final class EnrolmentMethods {
    /** Offered by a site whose courses take users of other sites. */
    public static final String SERVICE = "mnet_enrol";

    private static final String PREFIX = "enrol/mnet/enrol.php/";
    private static final Parameter COURSE = new Parameter("courseid", "int", "The number of the course at this site.");

    public static final NetworkMethod<Nothing, List<AvailableCourse>> AVAILABLE_COURSES = new NetworkMethod<>(
            PREFIX + "available_courses",
            List.of(SERVICE),
            Effect.READ,
            Authority.PEER,
            List.of(),
            new Result("array", "One struct for each course: remoteid, fullname, shortname, summary and more."),
            "Lists the courses of this site in which your users may be enrolled.",
            noArguments(),
            list(EnrolmentShapes.COURSE));

    /** Never implemented by the originals: always an empty list. */
    public static final NetworkMethod<Nothing, List<Value>> USER_ENROLMENTS = new NetworkMethod<>(
            PREFIX + "user_enrolments",
            List.of(SERVICE),
            Effect.READ,
            Authority.PEER,
            List.of(),
            new Result("array", "Empty."),
            "Kept for old peers: always an empty list.",
            noArguments(),
            list(any()));

    /** Faults 5021, 5011, 5012, 5013, 5017, 5018, 5019: {@link EnrolmentFault}. */
    public static final NetworkMethod<EnrolRequest, Boolean> ENROL_USER = new NetworkMethod<>(
            PREFIX + "enrol_user",
            List.of(SERVICE),
            Effect.IDEMPOTENT,
            Authority.PEER,
            List.of(new Parameter("userdata", "struct", "The user's profile; username is needed."), COURSE),
            new Result("boolean", "True."),
            "Enrols one of your users in a course that is open to you; an unknown user gets an account.",
            arguments(
                    EnrolmentMethods::enrolment,
                    given -> new EnrolRequest(
                            given.required(0, "userdata", EnrolmentShapes.USER),
                            given.required(1, "courseid", number()),
                            given.optional(2, "wish", EnrolmentShapes.WISH))),
            bool());

    /** Faults 5014, 5012, 5013, 5017, 5018, 5020: {@link EnrolmentFault}. */
    public static final NetworkMethod<UnenrolRequest, Boolean> UNENROL_USER = new NetworkMethod<>(
            PREFIX + "unenrol_user",
            List.of(SERVICE),
            Effect.IDEMPOTENT,
            Authority.PEER,
            List.of(new Parameter("username", "string", "The user's name at your site."), COURSE),
            new Result("boolean", "True, also when the user was not enrolled."),
            "Ends an enrolment that was made by enrol_user; other enrolments stay.",
            arguments(
                    request -> List.of(new Value.Str(request.username()), new Value.Int(request.courseId())),
                    given -> new UnenrolRequest(
                            given.required(0, "username", string()), given.required(1, "courseid", number()))),
            bool());

    public static final NetworkMethod<CourseEnrolmentsQuery, List<CourseEnrolment>> COURSE_ENROLMENTS =
            new NetworkMethod<>(
                    PREFIX + "course_enrolments",
                    List.of(SERVICE),
                    Effect.READ,
                    Authority.PEER,
                    List.of(
                            COURSE,
                            new Parameter("roles", "string", "Short names of roles, with commas; all if left out.")),
                    new Result(
                            "array", "One struct for each enrolment: username, shortname, name, enrol, timemodified."),
                    "Lists the enrolments of your users in a course, by whatever method.",
                    arguments(
                            EnrolmentMethods::query,
                            given -> new CourseEnrolmentsQuery(
                                    given.required(0, "courseid", number()),
                                    given.optional(1, "roles", EnrolmentShapes.ROLES))),
                    list(EnrolmentShapes.ENROLMENT));

    public static final List<NetworkMethod<?, ?>> ALL =
            List.of(AVAILABLE_COURSES, USER_ENROLMENTS, ENROL_USER, UNENROL_USER, COURSE_ENROLMENTS);

    private EnrolmentMethods() {}

    private static List<Value> enrolment(EnrolRequest request) {
        List<Value> values = new ArrayList<>();
        values.add(EnrolmentShapes.USER.encode(request.user()));
        values.add(new Value.Int(request.courseId()));
        request.wish().ifPresent(wish -> values.add(EnrolmentShapes.WISH.encode(wish)));
        return values;
    }

    private static List<Value> query(CourseEnrolmentsQuery query) {
        List<Value> values = new ArrayList<>();
        values.add(new Value.Int(query.courseId()));
        query.roles().ifPresent(roles -> values.add(EnrolmentShapes.ROLES.encode(roles)));
        return values;
    }
}
