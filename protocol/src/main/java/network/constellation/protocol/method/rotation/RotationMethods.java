package network.constellation.protocol.method.rotation;

import static network.constellation.protocol.method.Codecs.argument;
import static network.constellation.protocol.method.Codecs.arguments;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.noArguments;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;

import java.util.List;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.membership.MembershipMethods;

/** Leading and rehearsing the rotation of keys. All but the ping and the report are for the hub alone. */
public final class RotationMethods {
    private static final List<String> FOR_THE_HUB = List.of(MembershipMethods.HUB_SERVICE);
    private static final Result KEYS = new Result(
            "struct", "Members generation, bundle, nextgeneration, nextbundle and overlapuntil (empty: no overlap).");
    private static final Parameter GENERATION = new Parameter("generation", "int", "Number of the generation.");

    /** Makes the next generation, or says which is prepared already. */
    public static final NetworkMethod<Nothing, OwnKeys> PREPARE = new NetworkMethod<>(
            "constellation/rotation/prepare",
            FOR_THE_HUB,
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(),
            KEYS,
            "Makes this site's next generation of keys and reports it; a prepared one stays.",
            noArguments(),
            RotationShapes.OWN_KEYS);

    /** The given generation becomes the one in use; a later one stays. */
    public static final NetworkMethod<Integer, OwnKeys> ACTIVATE = new NetworkMethod<>(
            "constellation/rotation/activate",
            FOR_THE_HUB,
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(GENERATION),
            KEYS,
            "Puts the prepared generation of keys into use; the one before stays in its overlap.",
            argument("generation", RotationShapes.GENERATION),
            RotationShapes.OWN_KEYS);

    /** Gives up the given generation if it is prepared and not in use. */
    public static final NetworkMethod<Integer, OwnKeys> DISCARD = new NetworkMethod<>(
            "constellation/rotation/discard",
            FOR_THE_HUB,
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(GENERATION),
            KEYS,
            "Gives up the prepared generation of keys.",
            argument("generation", RotationShapes.GENERATION),
            RotationShapes.OWN_KEYS);

    /** Ends the overlap of generations before the one in use. */
    public static final NetworkMethod<Nothing, OwnKeys> RETIRE = new NetworkMethod<>(
            "constellation/rotation/retire",
            FOR_THE_HUB,
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(),
            KEYS,
            "Ends the overlap: messages to generations before the present one are opened no more.",
            noArguments(),
            RotationShapes.OWN_KEYS);

    /** Makes new keys at once, without overlap, if the fingerprint is of keys this site still has. */
    public static final NetworkMethod<RevokedKey, OwnKeys> REVOKE = new NetworkMethod<>(
            "constellation/rotation/revoke",
            FOR_THE_HUB,
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(
                    new Parameter("fingerprint", "string", "Of the stolen generation, 64 hexadecimal digits."),
                    new Parameter("reason", "string", "For the audit.")),
            KEYS,
            "Destroys a stolen generation of this site's keys and puts new ones into use at once.",
            arguments(
                    key -> List.of(string().encode(key.fingerprint()), string().encode(key.reason())),
                    given -> new RevokedKey(
                            "",
                            given.required(0, "fingerprint", requiredString()),
                            given.optional(1, "reason", string()).orElse(""))),
            RotationShapes.OWN_KEYS);

    /** What this site says of its keys. */
    public static final NetworkMethod<Nothing, OwnKeys> STATE = new NetworkMethod<>(
            "constellation/rotation/state",
            FOR_THE_HUB,
            Effect.READ,
            Authority.HUB,
            List.of(),
            KEYS,
            "Tells which generation of keys is in use, which is prepared, and whether an overlap goes on.",
            noArguments(),
            RotationShapes.OWN_KEYS);

    /** True when all of it was taken in. */
    public static final NetworkMethod<KeyNews, Boolean> LEARN = new NetworkMethod<>(
            "constellation/rotation/learn",
            FOR_THE_HUB,
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(new Parameter(
                    "news", "struct", "Members announced, current (wwwroot, bundle), withdrawn and revoked.")),
            new Result("boolean", "True."),
            "Tells of next, present and revoked keys of other members.",
            argument("news", RotationShapes.NEWS),
            bool());

    /** One entry for each site asked about, in their order. */
    public static final NetworkMethod<List<String>, List<RehearsedPing>> REHEARSE = new NetworkMethod<>(
            "constellation/rotation/rehearse",
            FOR_THE_HUB,
            Effect.READ,
            Authority.HUB,
            List.of(new Parameter("sites", "array", "Addresses of the members to ping, at most 50.")),
            new Result("array", "Structs of to, outcome, detail and millis."),
            "Pings other members with next keys, where there are any, and reports how it went.",
            argument("sites", list(requiredString())),
            list(RotationShapes.REHEARSED));

    /** The generation that the called site saw as the signer's. */
    public static final NetworkMethod<Nothing, Integer> PING = new NetworkMethod<>(
            "constellation/rotation/ping",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(),
            new Result("int", "Generation of the caller's keys that signed."),
            "Answers a rehearsal: which generation of your keys signed this message.",
            noArguments(),
            RotationShapes.GENERATION);

    /** A member's own next generation, to be announced. */
    public static final NetworkMethod<String, Boolean> REPORT = new NetworkMethod<>(
            "constellation/hub/rotation/report",
            List.of(),
            Effect.IDEMPOTENT,
            Authority.PEER,
            List.of(new Parameter("bundle", "string", "The caller's next generation, PEM.")),
            new Result("boolean", "True."),
            "Reports the caller's next generation of keys to its hub, which announces it.",
            argument("bundle", requiredString()),
            bool());

    public static final List<NetworkMethod<?, ?>> ALL =
            List.of(PREPARE, ACTIVATE, DISCARD, RETIRE, REVOKE, STATE, LEARN, REHEARSE, PING, REPORT);

    private RotationMethods() {}
}
