package network.constellation.protocol.method.directory;

import static network.constellation.protocol.method.Codecs.argument;
import static network.constellation.protocol.method.Codecs.base64InString;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.naturalAsString;
import static network.constellation.protocol.method.Codecs.noArguments;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.numberAsString;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.struct;
import static network.constellation.protocol.method.VersionShape.VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.protocol.method.Codecs;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.ValueCodec;
import network.constellation.protocol.method.membership.MembershipMethods;

/**
 * How the directory and the suspension list travel (docs/protocol/directory.md). None changes anything that matters at
 * the callee, so all are reads: they go on where a stale list forbids the rest, as they are what mends it.
 */
public final class DirectoryMethods {
    /** The asked site does not lead the network: a standby, or a hub whose term is over. */
    public static final int NOT_LEADING = 7044;

    /** The caller is not a member of the network whose hub it asks. */
    public static final int NOT_MEMBER = 7045;

    private static final ValueCodec<Instant> INSTANT = Codecs.codec(
            instant -> numberAsString().encode(instant.getEpochSecond()),
            value -> Instant.ofEpochSecond(Math.max(0, Math.min(numberAsString().decode(value), 1L << 36))));

    private static final ValueCodec<Applied> APPLIED = struct(
            applied -> Members.create()
                    .with("wwwroot", applied.wwwroot())
                    .with("version", VERSION, applied.version())
                    .with("missing", number(), (long) applied.missing())
                    .with("note", applied.note()),
            members -> new Applied(
                    members.required("wwwroot", requiredString()),
                    members.required("version", VERSION),
                    small(members.required("missing", number())),
                    members.text("note")));

    private static final ValueCodec<DirectoryQuestion> QUESTION = struct(
            question -> Members.create()
                    .with("version", VERSION, question.held())
                    .with("issued", INSTANT, question.issued())
                    .withOptional("content", base64InString(), question.content())
                    .with("suspensionsequence", naturalAsString(), question.suspensionSequence())
                    .with("suspensionissued", INSTANT, question.suspensionIssued())
                    .with("anchored", bool(), question.anchored())
                    .with("software", question.software())
                    .with("applied", list(APPLIED), question.applied()),
            members -> new DirectoryQuestion(
                    members.required("version", VERSION),
                    members.required("issued", INSTANT),
                    members.optional("content", base64InString()),
                    members.required("suspensionsequence", naturalAsString()),
                    members.required("suspensionissued", INSTANT),
                    members.orElse("anchored", bool(), true),
                    members.text("software"),
                    members.orElse("applied", list(APPLIED), List.of())));

    private static final ValueCodec<DirectoryAnswer.Kind> KIND = Codecs.codec(
            kind -> requiredString().encode(kind.label()),
            value -> kind(requiredString().decode(value)));

    private static final ValueCodec<DirectoryAnswer> ANSWER = struct(
            answer -> Members.create()
                    .with("state", KIND, answer.kind())
                    .withOptional("document", base64InString(), answer.document())
                    .withOptional("suspensions", base64InString(), answer.suspensions())
                    .withOptional("anchor", base64InString(), answer.anchor())
                    .with("refresh", number(), (long) answer.refreshSeconds()),
            members -> new DirectoryAnswer(
                    members.required("state", KIND),
                    members.optional("document", base64InString()),
                    members.optional("suspensions", base64InString()),
                    members.optional("anchor", base64InString()),
                    small(members.orElse("refresh", number(), 60L))));

    private static final ValueCodec<DirectoryNews> NEWS = struct(
            news -> Members.create()
                    .with("version", VERSION, news.version())
                    .with("suspensionsequence", naturalAsString(), news.suspensionSequence()),
            members -> new DirectoryNews(
                    members.required("version", VERSION), members.required("suspensionsequence", naturalAsString())));

    /** The directory, or what changed in it, and the suspension list; asked of the hub by each member each minute. */
    public static final NetworkMethod<DirectoryQuestion, DirectoryAnswer> FETCH = new NetworkMethod<>(
            "constellation/directory/fetch",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(new Parameter(
                    "held",
                    "struct",
                    "Members version, issued, content, suspensionsequence, suspensionissued, anchored, software,"
                            + " applied.")),
            new Result("struct", "Member state (same, delta, full), document, suspensions, anchor, refresh."),
            "Gives a member of the network what is newer than what it holds of the directory and the suspension list.",
            argument("held", QUESTION),
            ANSWER);

    /** The newest suspension list that the asked site holds: members pass it on among each other. */
    public static final NetworkMethod<Nothing, SuspensionsAnswer> SUSPENSIONS = new NetworkMethod<>(
            "constellation/directory/suspensions",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(),
            new Result("struct", "Member list: the signed list as base64; absent when none is held."),
            "Gives the newest suspension list of the common network that this site holds.",
            noArguments(),
            struct(
                    answer -> Members.create().withOptional("list", base64InString(), answer.list()),
                    members -> new SuspensionsAnswer(members.optional("list", base64InString()))));

    /** The hub says that there is news, so that nobody waits out the minute. */
    public static final NetworkMethod<DirectoryNews, Boolean> CHANGED = new NetworkMethod<>(
            "constellation/directory/changed",
            List.of(MembershipMethods.HUB_SERVICE),
            Effect.READ,
            Authority.HUB,
            List.of(new Parameter("news", "struct", "Members version and suspensionsequence.")),
            new Result("boolean", "True."),
            "Tells this site that the directory or the suspension list has changed; it then asks for it.",
            argument("news", NEWS),
            bool());

    /** The newest header that the asked site has seen, by which a hub learns that its term is over. */
    public static final NetworkMethod<Nothing, DirectoryStatus> STATUS = new NetworkMethod<>(
            "constellation/directory/status",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(),
            new Result("struct", "Members header (base64, absent when none) and suspensionsequence."),
            "Tells the newest directory version of the common network that this site has seen, with its proof.",
            noArguments(),
            struct(
                    status -> Members.create()
                            .withOptional("header", base64InString(), status.header())
                            .with("suspensionsequence", naturalAsString(), status.suspensionSequence()),
                    members -> new DirectoryStatus(
                            members.optional("header", base64InString()),
                            members.orElse("suspensionsequence", naturalAsString(), 0L))));

    /**
     * A promoted hub hands over its first directory, by which a member recognises it: the document proves itself, so that
     * nobody needs to know the sender. Only one of a later term is taken, and the answer tells nothing but that.
     */
    public static final NetworkMethod<byte[], SuccessionAnswer> SUCCEED = new NetworkMethod<>(
            "constellation/directory/succeed",
            List.of(),
            Effect.IDEMPOTENT,
            Authority.STRANGER,
            List.of(new Parameter("document", "string", "A whole directory, as base64.")),
            new Result("struct", "Member state (taken, refused)."),
            "Takes a directory of a later term, signed under the root key of the network, from whoever brings it.",
            argument("document", base64InString()),
            struct(
                    answer -> Members.create().with("state", answer.state().label()),
                    members -> new SuccessionAnswer(
                            SuccessionAnswer.State.ofLabel(members.required("state", requiredString())))));

    public static final List<NetworkMethod<?, ?>> ALL = List.of(FETCH, SUSPENSIONS, CHANGED, STATUS, SUCCEED);

    /** What must go on whatever the standing of the network is, as it is what mends it. */
    public static final Set<String> NAMES =
            ALL.stream().map(NetworkMethod::name).collect(Collectors.toUnmodifiableSet());

    private DirectoryMethods() {}

    private static int small(long number) {
        return (int) Math.max(0, Math.min(number, Integer.MAX_VALUE));
    }

    private static DirectoryAnswer.Kind kind(String label) {
        try {
            return DirectoryAnswer.Kind.ofLabel(label);
        } catch (IllegalArgumentException unknown) {
            throw new ShapeException(String.valueOf(unknown.getMessage()));
        }
    }
}
