package network.constellation.protocol.method.connectivity;

import static network.constellation.protocol.method.Codecs.argument;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.noArguments;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** Pings between members of a network, and what a hub collects of them (network-admin.md 10, item 13). */
public final class ConnectivityMethods {
    /** To one answer of {@link #LINKS}, at most. */
    public static final int MOST_LINKS = 5_000;

    private static final ValueCodec<Instant> INSTANT =
            Codecs.codec(instant -> string().encode(instant.toString()), value -> {
                try {
                    return Instant.parse(requiredString().decode(value));
                } catch (DateTimeException wrong) {
                    throw new ShapeException("text that is not an instant");
                }
            });

    private static final ValueCodec<Ping> PING_ANSWER = struct(
            ping -> Members.create()
                    .with("version", ping.version())
                    .with("fingerprint", ping.fingerprint())
                    .with("generation", number(), ping.generation())
                    .with("yourfingerprint", ping.yourFingerprint())
                    .with("directory", ping.directory())
                    .with("publish", list(string()), ping.publish())
                    .with("subscribe", list(string()), ping.subscribe()),
            members -> new Ping(
                    members.text("version"),
                    members.text("fingerprint"),
                    members.orElse("generation", number(), 0L),
                    members.text("yourfingerprint"),
                    members.text("directory"),
                    members.required("publish", list(requiredString())),
                    members.required("subscribe", list(requiredString()))));

    private static final ValueCodec<LinkCheck> LINK_CHECK = struct(
            link -> Members.create()
                    .with("peer", link.peer())
                    .with("at", INSTANT, link.at())
                    .with("since", INSTANT, link.since())
                    .with("times", number(), link.times())
                    .with("latency", number(), link.latency())
                    .with("version", link.version())
                    .with(
                            "parts",
                            list(string()),
                            link.parts().stream().map(PartResult::line).toList()),
            members -> new LinkCheck(
                    members.required("peer", requiredString()),
                    members.required("at", INSTANT),
                    members.required("since", INSTANT),
                    members.orElse("times", number(), 1L),
                    members.orElse("latency", number(), -1L),
                    members.text("version"),
                    members.required("parts", list(string())).stream()
                            .map(PartResult::parse)
                            .flatMap(Optional::stream)
                            .toList()));

    /** Answered to members of the same network; needs no service, so that it also works where services are in disorder. */
    public static final NetworkMethod<Nothing, Ping> PING = new NetworkMethod<>(
            "constellation/connectivity/ping",
            List.of(),
            Effect.READ,
            Authority.PEER,
            List.of(),
            new Result(
                    "struct",
                    "Members version, fingerprint, generation, yourfingerprint, directory, publish and subscribe."),
            "Tells a member of the same network by which keys and services the two are linked.",
            noArguments(),
            PING_ANSWER);

    /** The links to other members of the network, as this site found them last. */
    public static final NetworkMethod<Nothing, List<LinkCheck>> LINKS = new NetworkMethod<>(
            "constellation/connectivity/links",
            List.of(MembershipMethods.HUB_SERVICE),
            Effect.READ,
            Authority.HUB,
            List.of(),
            new Result("array", "Structs of peer, at, since, times, latency, version and parts."),
            "Gives the hub what this site found of its links to other members of the network.",
            noArguments(),
            list(LINK_CHECK));

    /** Looks at one link now; the argument is the wwwroot of another member. */
    public static final NetworkMethod<String, LinkCheck> LOOK = new NetworkMethod<>(
            "constellation/connectivity/look",
            List.of(MembershipMethods.HUB_SERVICE),
            Effect.IDEMPOTENT,
            Authority.HUB,
            List.of(new Parameter("peer", "string", "Base URL of another member of the network.")),
            new Result("struct", "Members peer, at, since, times, latency, version and parts."),
            "Has this site look at its link to another member now, as after a repair.",
            argument("peer", requiredString()),
            LINK_CHECK);

    public static final List<NetworkMethod<?, ?>> ALL = List.of(PING, LINKS, LOOK);

    private ConnectivityMethods() {}
}
