package network.constellation.protocol.method.reporting;

import static network.constellation.protocol.method.Codecs.arguments;
import static network.constellation.protocol.method.Codecs.base64InString;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.noArguments;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.numberAsString;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;
import static network.constellation.protocol.method.Codecs.struct;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
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

/** The service {@value #SERVICE}: a site's figures for its hub (network-admin.md 7). */
public final class ReportMethods {
    /** Published by each member to its hub, and to nobody else. */
    public static final String SERVICE = "mnetreport";

    /** In one answer. */
    public static final int MOST_DAYS = 31;

    private static final ValueCodec<LocalDate> DAY = read(LocalDate::toString, LocalDate::parse, "a day");
    private static final ValueCodec<Instant> INSTANT = read(Instant::toString, Instant::parse, "an instant");
    private static final ValueCodec<String> ZONE =
            read(Function.identity(), text -> ZoneId.of(text).getId(), "a time zone");
    private static final ValueCodec<Figure> FIGURE = read(
            Figure::label,
            text -> Figure.of(text).orElseThrow(() -> new IllegalArgumentException("unknown")),
            "a known figure");

    private static final ValueCodec<FigureValue> VALUE = struct(
            value -> {
                Members members = Members.create().with("figure", FIGURE, value.figure());
                if (!value.of().isEmpty()) {
                    members.with("of", value.of());
                }
                return value.count().isPresent()
                        ? members.with("count", numberAsString(), value.count().getAsLong())
                        : members.with("withheld", bool(), true);
            },
            members -> checked(
                    () -> new FigureValue(
                            members.required("figure", FIGURE),
                            members.text("of"),
                            members.orElse("withheld", bool(), false)
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(members.required("count", numberAsString()))),
                    "a figure"));

    private static final ValueCodec<SignedDay> SIGNED_DAY = struct(
            day -> Members.create()
                    .with("day", DAY, day.figures().day())
                    .with("whole", bool(), day.figures().whole())
                    .with("figures", list(VALUE), day.figures().values())
                    .with("signature", base64InString(), day.signature()),
            members -> new SignedDay(
                    new DayFigures(
                            members.required("day", DAY),
                            members.required("whole", bool()),
                            members.required("figures", list(VALUE))),
                    members.required("signature", base64InString())));

    private static final ValueCodec<ReportCoverage> REPORT_COVERAGE = struct(
            coverage -> Members.create()
                    .with("since", INSTANT, coverage.since())
                    .with("lasthour", INSTANT, coverage.lastHour())
                    .with("today", DAY, coverage.today())
                    .with("timezone", ZONE, coverage.timeZone())
                    .with("smallestcell", number(), coverage.smallestCell()),
            members -> new ReportCoverage(
                    members.required("since", INSTANT),
                    members.required("lasthour", INSTANT),
                    members.required("today", DAY),
                    members.required("timezone", ZONE),
                    members.required("smallestcell", number())));

    private static final ValueCodec<SiteFigures> SITE_FIGURES = struct(
            figures -> Members.create()
                    .with("coverage", REPORT_COVERAGE, figures.coverage())
                    .with("days", list(SIGNED_DAY), figures.days()),
            members -> new SiteFigures(
                    members.required("coverage", REPORT_COVERAGE), members.required("days", list(SIGNED_DAY))));

    /** From when to when a site has figures, and in which time zone. */
    public static final NetworkMethod<Nothing, ReportCoverage> COVERAGE = new NetworkMethod<>(
            "constellation/report/coverage",
            List.of(SERVICE),
            Effect.READ,
            Authority.HUB,
            List.of(),
            new Result("struct", "Members since, lasthour, today, timezone and smallestcell."),
            "Tells the hub from when on this site keeps count, until when its figures are complete, and how it counts.",
            noArguments(),
            REPORT_COVERAGE);

    /** The figures of some days, each signed; numbers only. */
    public static final NetworkMethod<DaysAsked, SiteFigures> DAYS = new NetworkMethod<>(
            "constellation/report/days",
            List.of(SERVICE),
            Effect.READ,
            Authority.HUB,
            List.of(
                    new Parameter("from", "string", "First day, such as 2026-11-21, in the site's calendar."),
                    new Parameter("to", "string", "Last day.")),
            new Result(
                    "struct",
                    "Member coverage, and list days: day, whole, signature, and figures with figure, of, count or withheld."),
            "Gives the hub this site's figures of some days: numbers of people, visits, courses and files; nothing"
                    + " about a person.",
            arguments(
                    asked -> List.of(DAY.encode(asked.from()), DAY.encode(asked.to())),
                    given -> new DaysAsked(given.required(0, "from", DAY), given.required(1, "to", DAY))),
            SITE_FIGURES);

    public static final List<NetworkMethod<?, ?>> ALL = List.of(COVERAGE, DAYS);

    private ReportMethods() {}

    private static <T> ValueCodec<T> read(Function<T, String> write, Function<String, T> parse, String what) {
        return Codecs.codec(value -> string().encode(write.apply(value)), value -> {
            String text = requiredString().decode(value);
            return checked(() -> parse.apply(text), what);
        });
    }

    private static <T> T checked(java.util.function.Supplier<T> made, String what) {
        try {
            return made.get();
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new ShapeException("text that is not " + what);
        }
    }
}
