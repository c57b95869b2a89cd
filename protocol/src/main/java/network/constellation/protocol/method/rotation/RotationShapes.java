package network.constellation.protocol.method.rotation;

import static network.constellation.protocol.method.Codecs.codec;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.ValueCodec;

/** The shapes of what travels about keys. */
final class RotationShapes {
    static final ValueCodec<Integer> GENERATION =
            codec(generation -> number().encode((long) generation), value -> generation(number().decode(value)));

    static final ValueCodec<OwnKeys> OWN_KEYS = struct(
            keys -> Members.create()
                    .with("generation", GENERATION, keys.generation())
                    .with("bundle", keys.bundle())
                    .with("nextgeneration", GENERATION, keys.nextGeneration())
                    .with("nextbundle", keys.nextBundle())
                    .with(
                            "overlapuntil",
                            keys.overlapUntil().map(Instant::toString).orElse("")),
            members -> new OwnKeys(
                    members.required("generation", GENERATION),
                    members.required("bundle", requiredString()),
                    members.orElse("nextgeneration", GENERATION, 0),
                    members.text("nextbundle"),
                    instant(members.text("overlapuntil"))));

    static final ValueCodec<RehearsedPing> REHEARSED = struct(
            ping -> Members.create()
                    .with("to", ping.to())
                    .with("outcome", ping.outcome().label())
                    .with("detail", ping.detail())
                    .with("millis", GENERATION, ping.millis()),
            members -> new RehearsedPing(
                    members.required("to", requiredString()),
                    RehearsedPing.Outcome.ofLabel(members.required("outcome", requiredString())),
                    members.text("detail"),
                    members.orElse("millis", GENERATION, 0)));

    private static final ValueCodec<SiteBundle> BUNDLE = struct(
            site -> Members.create().with("wwwroot", site.wwwroot()).with("bundle", site.bundle()),
            members -> new SiteBundle(
                    members.required("wwwroot", requiredString()), members.required("bundle", requiredString())));

    private static final ValueCodec<RevokedKey> REVOKED = struct(
            key -> Members.create()
                    .with("wwwroot", key.wwwroot())
                    .with("fingerprint", key.fingerprint())
                    .with("reason", key.reason()),
            members -> new RevokedKey(
                    members.required("wwwroot", requiredString()),
                    members.required("fingerprint", requiredString()),
                    members.text("reason")));

    static final ValueCodec<KeyNews> NEWS = struct(
            news -> Members.create()
                    .with("announced", list(BUNDLE), news.announced())
                    .with("current", list(BUNDLE), news.current())
                    .with("withdrawn", list(string()), news.withdrawn())
                    .with("revoked", list(REVOKED), news.revoked()),
            members -> new KeyNews(
                    members.optional("announced", list(BUNDLE)).orElse(List.of()),
                    members.optional("current", list(BUNDLE)).orElse(List.of()),
                    members.optional("withdrawn", list(requiredString())).orElse(List.of()),
                    members.optional("revoked", list(REVOKED)).orElse(List.of())));

    private RotationShapes() {}

    private static int generation(long number) {
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new ShapeException("the number " + number + " is out of bounds");
        }
        return (int) number;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException wrong) {
            throw new ShapeException("no instant: " + text);
        }
    }
}
