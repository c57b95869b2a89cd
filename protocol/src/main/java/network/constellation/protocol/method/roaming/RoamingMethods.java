package network.constellation.protocol.method.roaming;

import static network.constellation.protocol.method.Codecs.any;
import static network.constellation.protocol.method.Codecs.argument;
import static network.constellation.protocol.method.Codecs.arguments;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.noArguments;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;

import java.util.List;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.ArgumentsCodec;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.Nothing;

/** The methods of single sign-on (mnet-wire.md 11.1), of the services {@code sso_idp} and {@code sso_sp}. */
public final class RoamingMethods {
    /** Offered by a site at which accounts live. */
    public static final String SSO_IDP = "sso_idp";

    /** Offered by a site to which users roam. */
    public static final String SSO_SP = "sso_sp";

    private static final String PREFIX = "auth/mnet/auth.php/";
    private static final Parameter USERNAME = new Parameter("username", "string", "Username at the identity provider.");
    private static final Parameter USER_AGENT =
            new Parameter("useragent", "string", "SHA-1 of the browser's User-Agent header, lower-case hex.");

    /** Faults 1 (no session), 2 (timed out), 3 (the user does not match). */
    public static final NetworkMethod<TokenCheck, RoamingUser> USER_AUTHORISE = new NetworkMethod<>(
            PREFIX + "user_authorise",
            List.of(SSO_IDP),
            Effect.WRITE,
            Authority.PEER,
            List.of(new Parameter("token", "string", "The token of the jump."), USER_AGENT),
            new Result("struct", "The user's profile, as far as this site exports it to you."),
            "Returns the user who holds the token, once, in the browser it was issued to.",
            arguments(
                    check -> texts(check.token(), check.userAgentHash()),
                    given -> new TokenCheck(
                            given.required(0, "token", string()), given.required(1, "useragent", string()))),
            RoamingShapes.USER);

    public static final NetworkMethod<String, UserPicture> FETCH_USER_IMAGE = new NetworkMethod<>(
            PREFIX + "fetch_user_image",
            List.of(SSO_IDP),
            Effect.READ,
            Authority.PEER,
            List.of(USERNAME),
            new Result(
                    "struct", "Pictures f1 and f2 as base64 text; an empty array without picture, false without user."),
            "Returns the picture of a user of this site.",
            argument("username", requiredString()),
            RoamingShapes.PICTURE);

    public static final NetworkMethod<Nothing, ThemeInfo> FETCH_THEME_INFO = new NetworkMethod<>(
            PREFIX + "fetch_theme_info",
            List.of(SSO_IDP),
            Effect.READ,
            Authority.PEER,
            List.of(),
            new Result("struct", "Members themename and logourl."),
            "Returns the name of this site's theme and the address of its logo.",
            noArguments(),
            RoamingShapes.THEME);

    /** Fault 3 when the sessions of the username belong to different users. */
    public static final NetworkMethod<EnrolmentUpdate, EnrolmentUpdateResult> UPDATE_ENROLMENTS = new NetworkMethod<>(
            PREFIX + "update_enrolments",
            List.of(SSO_IDP),
            Effect.IDEMPOTENT,
            Authority.PEER,
            List.of(USERNAME, new Parameter("courses", "array", "The user's courses at your site; all of them.")),
            new Result("boolean", "False for bad parameters, true for an empty list, else an empty string."),
            "Replaces what this site knows of the user's courses at your site.",
            arguments(
                    update -> List.of(
                            string().encode(update.username()),
                            list(RoamingShapes.ENROLMENT).encode(update.courses())),
                    given -> new EnrolmentUpdate(
                            given.required(0, "username", string()),
                            given.required(1, "courses", list(RoamingShapes.ENROLMENT)))),
            RoamingShapes.UPDATE_RESULT);

    public static final NetworkMethod<List<String>, KeepaliveResult> KEEPALIVE_SERVER = new NetworkMethod<>(
            PREFIX + "keepalive_server",
            List.of(SSO_IDP),
            Effect.IDEMPOTENT,
            Authority.PEER,
            List.of(new Parameter("array", "array", "Usernames that were active at your site in the last minutes.")),
            new Result("struct", "Members code (0 is well), message and last log id."),
            "Keeps the sessions of these users alive here.",
            argument("array", list(string())),
            RoamingShapes.KEEPALIVE);

    public static final NetworkMethod<Nothing, Boolean> KEEPALIVE_CLIENT = new NetworkMethod<>(
            PREFIX + "keepalive_client",
            List.of(SSO_SP),
            Effect.IDEMPOTENT,
            Authority.PEER,
            List.of(),
            new Result("boolean", "True."),
            "Asks this site to send its keep-alive now.",
            noArguments(),
            bool());

    public static final NetworkMethod<UserSession, String> KILL_CHILDREN = new NetworkMethod<>(
            PREFIX + "kill_children",
            List.of(SSO_IDP),
            Effect.IDEMPOTENT,
            Authority.PEER,
            List.of(USERNAME, USER_AGENT),
            new Result("string", "A report for people."),
            "The user logged out at your site: ends the user's sessions here and at all other sites.",
            session(),
            string());

    public static final NetworkMethod<UserSession, Boolean> KILL_CHILD = new NetworkMethod<>(
            PREFIX + "kill_child",
            List.of(SSO_SP),
            Effect.IDEMPOTENT,
            Authority.PEER,
            List.of(USERNAME, USER_AGENT),
            new Result("boolean", "Whether the session was ended."),
            "Ends the session here of a user of your site.",
            session(),
            bool());

    /** Obsolete: does nothing. */
    public static final NetworkMethod<List<Value>, KeepaliveResult> REFRESH_LOG = new NetworkMethod<>(
            PREFIX + "refresh_log",
            List.of(SSO_IDP),
            Effect.READ,
            Authority.PEER,
            List.of(new Parameter("array", "array", "Log entries, ignored.")),
            new Result("struct", "Members code (always 0) and message."),
            "Obsolete, kept for old peers: does nothing.",
            arguments(
                    entries -> List.of(list(any()).encode(entries)),
                    given -> given.orElse(0, "array", list(any()), List.of())),
            RoamingShapes.LOG_REFRESHED);

    public static final List<NetworkMethod<?, ?>> ALL = List.of(
            USER_AUTHORISE,
            FETCH_USER_IMAGE,
            FETCH_THEME_INFO,
            UPDATE_ENROLMENTS,
            KEEPALIVE_SERVER,
            KEEPALIVE_CLIENT,
            KILL_CHILDREN,
            KILL_CHILD,
            REFRESH_LOG);

    private RoamingMethods() {}

    private static ArgumentsCodec<UserSession> session() {
        return arguments(
                session -> texts(session.username(), session.userAgentHash()),
                given -> new UserSession(
                        given.required(0, "username", string()), given.required(1, "useragent", string())));
    }

    private static List<Value> texts(String first, String second) {
        return List.of(new Value.Str(first), new Value.Str(second));
    }
}
