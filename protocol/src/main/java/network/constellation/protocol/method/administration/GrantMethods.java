package network.constellation.protocol.method.administration;

import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.noArguments;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.struct;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.ValueCodec;
import network.constellation.protocol.method.membership.MembershipMethods;

/** What a site tells its hub of the grants that it holds for it; no original knows it. */
public final class GrantMethods {
    private static final ValueCodec<HeldGrant> GRANT = struct(
            grant -> Members.create()
                    .with("operation", grant.operation())
                    .with("only", grant.only())
                    .with("maxbytes", number(), grant.maxBytes())
                    .with("readonly", bool(), grant.readOnly())
                    .with("since", grant.since().toString())
                    .with("until", grant.until().map(Instant::toString).orElse("")),
            members -> new HeldGrant(
                    members.required("operation", requiredString()),
                    members.text("only"),
                    members.orElse("maxbytes", number(), 0L),
                    members.orElse("readonly", bool(), false),
                    instant(members.required("since", requiredString())),
                    Optional.of(members.text("until"))
                            .filter(text -> !text.isEmpty())
                            .map(GrantMethods::instant)));

    /** All that are open, with their bounds. */
    public static final NetworkMethod<Nothing, List<HeldGrant>> GRANTS = new NetworkMethod<>(
            "constellation/commands/grants",
            List.of(MembershipMethods.HUB_SERVICE),
            Effect.READ,
            Authority.HUB,
            List.of(),
            new Result("array", "Structs of operation, only, maxbytes, readonly, since and until."),
            "Says what this site lets its hub order, how far, and until when.",
            noArguments(),
            list(GRANT));

    private GrantMethods() {}

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new ShapeException("text that is not an instant");
        }
    }
}
