package network.constellation.protocol.method.standby;

import static network.constellation.protocol.method.Codecs.argument;
import static network.constellation.protocol.method.Codecs.base64InString;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;

import java.util.List;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.membership.MembershipMethods;

/** How a hub prepares the site that may take over from it (docs/protocol/standby.md). */
public final class StandbyMethods {
    /** The caller is not this hub's standby. */
    public static final int NOT_STANDBY = 7046;

    /** The standby makes a key for that term and tells its public half. */
    public static final NetworkMethod<Long, byte[]> PREPARE = new NetworkMethod<>(
            "constellation/standby/prepare",
            List.of(MembershipMethods.HUB_SERVICE),
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(new Parameter("term", "int", "In which the standby would sign.")),
            new Result("string", "Base64 of the Ed25519 public key."),
            "Makes the key with which this site would sign the directory, should it be promoted.",
            argument("term", number()),
            base64InString());

    /** The standby keeps the delegation by the root key. */
    public static final NetworkMethod<byte[], Boolean> APPOINT = new NetworkMethod<>(
            "constellation/standby/appoint",
            List.of(MembershipMethods.HUB_SERVICE),
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(new Parameter("delegation", "string", "Base64 of the delegation, signed by the root key.")),
            new Result("boolean", "True."),
            "Gives this site the right to lead the network in a later term, should it be promoted.",
            argument("delegation", base64InString()),
            bool());

    /** The hub's state, for its standby and nobody else. */
    public static final NetworkMethod<String, HubState> STATE = new NetworkMethod<>(
            "constellation/standby/state",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(new Parameter("digest", "string", "Of the copy that the standby has; empty when it has none.")),
            new Result("struct", "Members digest, and content when it is another one."),
            "Gives the standby of this hub what it needs to take over.",
            argument("digest", string()),
            struct(
                    state -> Members.create()
                            .with("digest", state.digest())
                            .withOptional("content", base64InString(), state.content()),
                    members -> new HubState(
                            members.required("digest", requiredString()),
                            members.optional("content", base64InString()))));

    public static final List<NetworkMethod<?, ?>> ALL = List.of(PREPARE, APPOINT, STATE);

    private StandbyMethods() {}
}
