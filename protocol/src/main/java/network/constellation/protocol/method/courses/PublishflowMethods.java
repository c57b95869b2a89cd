package network.constellation.protocol.method.courses;

import static network.constellation.protocol.method.Codecs.arguments;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;
import static network.constellation.protocol.method.courses.PublishflowShapes.CATEGORY;
import static network.constellation.protocol.method.courses.PublishflowShapes.EMPTY_OR_ANSWER;
import static network.constellation.protocol.method.courses.PublishflowShapes.json;
import static network.constellation.protocol.method.courses.PublishflowShapes.texts;
import static network.constellation.protocol.method.courses.PublishflowShapes.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.ArgumentsCodec;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.status.StatusAnswer;
import network.constellation.protocol.method.status.StatusCodecs;

/**
 * The originals' functions of the service {@code publishflow} (courses-and-certificates.md 2.2), below one of the two
 * paths by which peers call them. Answers are status, errors and fields as JSON text.
 */
public final class PublishflowMethods {
    public static final String SERVICE = "publishflow";
    public static final String PREFIX = "blocks/publishflow/rpclib.php/";
    /** Some installers wrote it so; answered alike. */
    public static final String OLD_PREFIX = "block/publishflow/rpclib.php/";

    private static final Parameter USER = new Parameter(
            "callinguser",
            "struct",
            "Members username, remoteuserhostroot (the home) and remotehostroot (the caller).");
    private static final Parameter JSON = new Parameter("jsonresponse", "boolean", "False: a struct, not JSON text.");
    private static final Parameter RECORD =
            new Parameter("sourcecourseserial", "string", "The course record of the sender as JSON.");
    private static final Parameter REPLACE =
            new Parameter("forcereplace", "int", "1: make a fresh copy where there is one already.");

    private final String prefix;

    private PublishflowMethods(String prefix) {
        this.prefix = prefix;
    }

    /** The path that the originals' newest releases use: what we call. */
    public static PublishflowMethods standard() {
        return new PublishflowMethods(PREFIX);
    }

    /** Both spellings: what we answer. */
    public static List<PublishflowMethods> both() {
        return List.of(standard(), new PublishflowMethods(OLD_PREFIX));
    }

    public NetworkMethod<CallingUser, StatusAnswer> updatePlatforms() {
        return method(
                "publishflow_updateplatforms",
                Effect.READ,
                List.of(USER, new Parameter("platformroot", "string", "Ignored.")),
                "Fields node (the roles of this site) and content (visible categories).",
                "Returns what this site is in the publishing network, and where its courses stand.",
                // The originals name the members otherwise, and nobody reads them.
                arguments(
                        user -> List.of(struct(
                                        (CallingUser asked) -> Members.create()
                                                .with("username", asked.username())
                                                .with("userwwwroot", asked.home())
                                                .with("remotewwwroot", asked.site()),
                                        members -> user)
                                .encode(user)),
                        given -> new CallingUser("", "", "")));
    }

    /** The empty string means that the user is accepted. */
    public NetworkMethod<UserQuestion, StatusAnswer> checkUser() {
        return new NetworkMethod<>(
                prefix + "publishflow_rpc_check_user",
                List.of(SERVICE),
                Effect.READ,
                Authority.PEER,
                List.of(
                        USER,
                        new Parameter("capability", "string", "Name of a capability."),
                        new Parameter("context", "string", "Empty: the site; any: some course or category; a number."),
                        JSON),
                new Result("string", "Empty: accepted; else JSON with the status. Always JSON when asked for."),
                "Tells whether a person's account here has a capability.",
                arguments(
                        question -> List.of(
                                CallingUser.CODEC.encode(question.user()),
                                Value.of(question.capability()),
                                Value.of(question.context().orElse("")),
                                Value.of(question.asText())),
                        given -> new UserQuestion(
                                user(given),
                                given.required(1, "capability", string()),
                                given.optional(2, "context", string()).filter(text -> !text.isEmpty()),
                                given.orElse(3, "jsonresponse", bool(), false))),
                EMPTY_OR_ANSWER);
    }

    public NetworkMethod<CourseQuestion, StatusAnswer> deploy() {
        return course("publishflow_rpc_deploy", true, false, "Deploys a course of this catalog to another site.");
    }

    public NetworkMethod<CourseQuestion, StatusAnswer> courseExists() {
        return course("publishflow_rpc_course_exists", false, false, "Tells whether a site has a course.");
    }

    public NetworkMethod<CourseQuestion, StatusAnswer> openCourse() {
        return course("publishflow_rpc_open_course", false, true, "Opens a deployed course.");
    }

    public NetworkMethod<CourseQuestion, StatusAnswer> closeCourse() {
        return course("publishflow_rpc_close_course", false, true, "Closes a running course.");
    }

    /** The same function for callers that send one struct with the parameters by name. */
    public NetworkMethod<CourseQuestion, StatusAnswer> wrapped(NetworkMethod<CourseQuestion, StatusAnswer> method) {
        String name = method.name().substring(prefix.length());
        return method(
                name + "_wrapped",
                method.effect(),
                List.of(new Parameter("params", "struct", "The parameters of " + name + " by name.")),
                method.result().description(),
                method.help(),
                arguments(
                        question -> List.of(PublishflowShapes.WRAPPED.encode(question)),
                        given -> given.required(0, "params", PublishflowShapes.WRAPPED)));
    }

    public NetworkMethod<SessionsQuestion, StatusAnswer> getSessions() {
        return method(
                "delivery_get_sessions",
                Effect.READ,
                List.of(USER, new Parameter("courseidnumber", "string", "Identity of the course."), JSON),
                "Field sessions: id, shortname, fullname, startdate, visible, noaccess of each copy.",
                "Returns the copies of a course on this site.",
                arguments(
                        question -> List.of(
                                CallingUser.CODEC.encode(question.user()),
                                Value.of(question.idNumber()),
                                Value.of(question.asText())),
                        given -> new SessionsQuestion(
                                user(given), given.required(1, "courseidnumber", string()), json(given, 2))));
    }

    /** A piece of a package, while an order of the caller is pending. */
    public NetworkMethod<DeliveryPiece, StatusAnswer> deliver() {
        return method(
                "delivery_deliver",
                Effect.READ,
                List.of(
                        USER,
                        new Parameter("lpcatalogcourseid", "int", "Number of the course here."),
                        new Parameter("transferoffset", "int", "In characters of base64, a multiple of 4."),
                        new Parameter("transferlimit", "int", "In the same; 0 for all."),
                        JSON),
                "Fields local (false), file (base64), filepos, remains, archivename.",
                "Returns a piece of a course package that you were ordered to fetch.",
                arguments(
                        piece -> List.of(
                                CallingUser.CODEC.encode(piece.user()),
                                Value.of(piece.course()),
                                Value.of(piece.offset()),
                                Value.of(piece.limit()),
                                Value.of(piece.asText())),
                        given -> new DeliveryPiece(
                                user(given),
                                given.required(1, "lpcatalogcourseid", number()),
                                given.orElse(2, "transferoffset", number(), 0L),
                                given.orElse(3, "transferlimit", number(), 0L),
                                json(given, 4))));
    }

    public NetworkMethod<Delivery, StatusAnswer> deliveryDeploy() {
        return method(
                "delivery_deploy",
                Effect.WRITE,
                List.of(USER, RECORD, REPLACE, new Parameter("parmsoverride", "struct", "Member category."), JSON),
                "Fields courseid, course_idnumber, catalogcourseid, username, remotehostroot.",
                "Has this site fetch a course and restore it as a new one.",
                arguments(
                        delivery -> List.of(
                                CallingUser.CODEC.encode(delivery.user()),
                                Value.of(delivery.course()),
                                Value.of(delivery.replace() ? 1 : 0),
                                CATEGORY.encode(delivery.category()),
                                Value.of(delivery.asText())),
                        given -> new Delivery(
                                user(given),
                                "",
                                given.required(1, "sourcecourseserial", string()),
                                given.orElse(2, "forcereplace", bool(), false),
                                given.orElse(3, "parmsoverride", CATEGORY, Optional.empty()),
                                json(given, 4))));
    }

    public NetworkMethod<Delivery, StatusAnswer> deliveryPublish() {
        return method(
                "delivery_publish",
                Effect.WRITE,
                List.of(USER, new Parameter("action", "string", "publish or unpublish."), RECORD, REPLACE, JSON),
                "Fields courseid, course_idnumber, catalogcourseid, username, remotehostroot.",
                "Shows a course in this catalog, fetching it where needed, or hides it.",
                arguments(
                        delivery -> List.of(
                                CallingUser.CODEC.encode(delivery.user()),
                                Value.of(delivery.action()),
                                Value.of(delivery.course()),
                                Value.of(delivery.replace() ? 1 : 0),
                                Value.of(delivery.asText())),
                        given -> new Delivery(
                                user(given),
                                given.required(1, "action", string()),
                                given.required(2, "sourcecourseserial", string()),
                                given.orElse(3, "forcereplace", bool(), false),
                                Optional.empty(),
                                json(given, 4))));
    }

    private NetworkMethod<CourseQuestion, StatusAnswer> course(
            String name, boolean overrides, boolean modes, String help) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                USER,
                new Parameter("idfield", "string", "id, shortname or idnumber."),
                new Parameter("courseidentifier", "string", "What that field holds."),
                new Parameter("whereroot", "string", "Address of the site that is meant; empty for this one.")));
        if (overrides) {
            parameters.add(new Parameter("parmsoverride", "struct", "Member category."));
        }
        if (modes) {
            parameters.add(new Parameter("mode", "string", "How it is opened or closed."));
        }
        parameters.add(JSON);
        int last = parameters.size() - 1;
        return method(
                name,
                overrides || modes ? Effect.WRITE : Effect.READ,
                parameters,
                "Field message.",
                help,
                arguments(
                        question -> {
                            List<Value> values = new ArrayList<>();
                            values.add(CallingUser.CODEC.encode(question.user()));
                            values.addAll(texts(question.idField(), question.identifier(), question.whereRoot()));
                            if (overrides) {
                                values.add(CATEGORY.encode(question.category()));
                            }
                            if (modes) {
                                values.add(Value.of(question.mode()));
                            }
                            values.add(Value.of(question.asText()));
                            return values;
                        },
                        given -> new CourseQuestion(
                                user(given),
                                given.required(1, "idfield", string()),
                                given.required(2, "courseidentifier", string()),
                                given.orElse(3, "whereroot", string(), ""),
                                modes ? given.orElse(4, "mode", string(), "") : "",
                                overrides
                                        ? given.orElse(4, "parmsoverride", CATEGORY, Optional.empty())
                                        : Optional.empty(),
                                json(given, last))));
    }

    private <A> NetworkMethod<A, StatusAnswer> method(
            String name,
            Effect effect,
            List<Parameter> parameters,
            String fields,
            String help,
            ArgumentsCodec<A> arguments) {
        return new NetworkMethod<>(
                prefix + name,
                List.of(SERVICE),
                effect,
                Authority.PEER,
                parameters,
                new Result("string", "JSON: status, errors, error. " + fields),
                help,
                arguments,
                StatusCodecs.answer());
    }
}
