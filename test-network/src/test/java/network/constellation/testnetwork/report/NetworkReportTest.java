package network.constellation.testnetwork.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import network.constellation.app.demo.GeneratedActivity;
import network.constellation.hub.reporting.Amount;
import network.constellation.hub.reporting.Collector;
import network.constellation.hub.reporting.Flow;
import network.constellation.hub.reporting.NetworkReport;
import network.constellation.hub.reporting.NetworkReports;
import network.constellation.hub.reporting.Period;
import network.constellation.hub.reporting.Problem;
import network.constellation.hub.reporting.SiteLine;
import network.constellation.hub.reporting.Total;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.usage.PastUsage;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.reporting.Figure;
import network.constellation.protocol.method.reporting.ReportMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Three sites in three time zones report three weeks of generated activity; one of them withholds small counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkReportTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private TestNetwork network;
    private TestSite a;
    private TestSite b;
    private TestSite c;

    @BeforeAll
    void report(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        a = network.site("a", "usage.time-zone = \"Europe/Paris\"");
        b = network.site("b");
        c = network.site("c", "usage.time-zone = \"America/New_York\", reporting.smallest-cell = 5");
        for (TestSite site : List.of(a, b, c)) {
            network.inviteAndJoin(site, 1);
        }
        a.get(Accounts.class)
                .create(
                        new NewAccount(
                                "zebulon",
                                Profile.of("Zebulon", "Quux", "zebulon.quux@example.org"),
                                Optional.of("four words are better"),
                                List.of()),
                        TestNetwork.ACTOR);
        Instant now = a.clock().instant();
        List<GeneratedActivity.Shape> shapes =
                List.of(shape(a, PARIS, 40, b, c), shape(b, UTC, 25, a), shape(c, NEW_YORK, 3, a));
        Map<Wwwroot, List<PastUsage>> made = GeneratedActivity.of(7, now, 5, shapes);
        for (TestSite site : List.of(a, b, c)) {
            assertThat(GeneratedActivity.fill(site.get(Usage.class), made.getOrDefault(site.wwwroot(), List.of()), now))
                    .isTrue();
            assertThat(GeneratedActivity.fill(site.get(Usage.class), List.of(), now))
                    .isFalse();
        }
        network.hub().get(Collector.class).collect();
    }

    private static GeneratedActivity.Shape shape(TestSite site, ZoneId zone, int users, TestSite... reaches) {
        List<Wwwroot> others = new ArrayList<>();
        for (TestSite other : reaches) {
            others.add(other.wwwroot());
        }
        return new GeneratedActivity.Shape(
                site.wwwroot(), zone, LongStream.rangeClosed(1, users).boxed().toList(), List.of(1L, 2L), others);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private Period threeWeeks() {
        // Two days back, so that these days are over in every time zone.
        LocalDate last =
                LocalDate.ofInstant(network.hub().clock().instant(), UTC).minusDays(2);
        return new Period(last.minusDays(20), last);
    }

    private NetworkReport report(Period period, TestSite... scope) {
        return network.hub()
                .get(NetworkReports.class)
                .of(period, scope.length == 0 ? Optional.empty() : Optional.of(scope[0].wwwroot()));
    }

    private static Total total(NetworkReport report, Figure figure) {
        return report.totals().stream()
                .filter(total -> total.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    private static SiteLine line(NetworkReport report, TestSite site) {
        return report.sites().stream()
                .filter(line -> line.site().equals(site.wwwroot()))
                .findFirst()
                .orElseThrow();
    }

    private static long whole(Amount amount) {
        return amount.value().orElseThrow().longValue();
    }

    @Test
    @Order(1)
    @Tag("NA-65")
    void totalsAreThoseOfAnIndependentCalculationOverTheEvents() {
        Period period = threeWeeks();
        NetworkReport report = report(period);
        assertThat(report.complete()).isEqualTo(3);
        Map<Figure, String> kinds = Map.of(
                Figure.LOGINS, "login",
                Figure.COURSE_VIEWS, "course-view",
                Figure.COMPLETIONS, "complete",
                Figure.DOWNLOADS, "file-download",
                Figure.PUBLISHED, "publish",
                Figure.DEPLOYED, "deploy",
                Figure.ENROLMENTS, "enrol",
                Figure.ROAMED_TO, "roam-out",
                Figure.ROAMED_FROM, "roam-in");
        for (Map.Entry<TestSite, ZoneId> site : Map.of(a, PARIS, b, UTC).entrySet()) {
            ByHand byHand = new ByHand(site.getKey(), site.getValue(), period.from(), period.to());
            SiteLine line = line(report, site.getKey());
            kinds.forEach((figure, kind) -> {
                assertThat(whole(line.figure(figure))).as(figure.label()).isEqualTo(byHand.events(kind));
                assertThat(line.figure(figure).standing()).isEqualTo(Amount.Standing.COMPLETE);
            });
            assertThat(byHand.events("login")).isGreaterThan(100);
            assertThat(line.figure(Figure.ACTIVE_USERS).value().orElseThrow().doubleValue())
                    .isEqualTo(byHand.activePeople());
            NetworkReport own = report(period, site.getKey());
            for (DayOfWeek day : DayOfWeek.values()) {
                for (int hour = 0; hour < 24; hour++) {
                    assertThat(own.hours().count(day, hour).orElseThrow()).isEqualTo(byHand.events(day, hour));
                }
            }
        }
        ByHand atA = new ByHand(a, PARIS, period.from(), period.to());
        Flow flow = report.flows().stream()
                .filter(one -> one.from().equals(a.wwwroot().value())
                        && one.to().equals(b.wwwroot().value()))
                .findFirst()
                .orElseThrow();
        assertThat(flow.count()).hasValue(atA.arrivals("roam-out", b));
        for (Figure figure : kinds.keySet()) {
            long sum = report.sites().stream()
                    .map(line -> line.figure(figure).value())
                    .mapToLong(value -> value.map(Number::longValue).orElse(0L))
                    .sum();
            assertThat(total(report, figure).value().map(Number::longValue)).contains(sum);
        }
        assertThat(whole(line(report(Period.of("", today().toString(), today())), a)
                        .figure(Figure.USERS)))
                .isEqualTo(1);
    }

    private LocalDate today() {
        return network.hub().get(NetworkReports.class).today();
    }

    @Test
    @Order(2)
    @Tag("NA-66")
    void smallCountsAreWithheldAndWhatIsMissingIsNotZero() {
        NetworkReport report = report(threeWeeks());
        SiteLine few = line(report, c);
        assertThat(few.figure(Figure.ACTIVE_USERS).value()).isEmpty();
        assertThat(few.figure(Figure.ACTIVE_USERS).standing()).isEqualTo(Amount.Standing.WITHHELD);
        assertThat(few.figure(Figure.LOGINS).standing()).isEqualTo(Amount.Standing.WITHHELD);
        assertThat(total(report, Figure.LOGINS).withheld()).isTrue();
        assertThat(total(report, Figure.LOGINS).complete()).isEqualTo(2);
        assertThat(total(report, Figure.LOGINS).incomplete()).containsExactly("Site C");
        assertThat(few.figure(Figure.UNENROLMENTS).value()).contains(0L);

        LocalDate longAgo = today().minusDays(90);
        NetworkReport before = report(new Period(longAgo.minusDays(9), longAgo));
        assertThat(before.totals()).allSatisfy(total -> {
            assertThat(total.value()).isEmpty();
            assertThat(total.complete()).isZero();
        });
        assertThat(before.sites()).allMatch(SiteLine::missing);
        assertThat(before.hours().count(DayOfWeek.MONDAY, 9)).isEmpty();

        // The stocks of days before anybody looked are missing beside the events of these days.
        assertThat(line(report, a).figure(Figure.USERS))
                .isEqualTo(new Amount(Optional.empty(), Amount.Standing.MISSING));
        assertThat(total(report, Figure.COURSE_COPIES).value()).isEmpty();
    }

    @Test
    @Order(3)
    @Tag("NA-69")
    void noAnswerOfTheServiceHoldsAnythingButNumbersAndTheirNames() {
        PeerClient client = network.hub().get(PeerClient.class);
        List<NetworkMethod<?, ?>> methods = a.get(network.constellation.peer.dispatch.MethodTable.class).all().stream()
                .filter(method -> method.services().contains(ReportMethods.SERVICE))
                .toList();
        assertThat(methods).containsExactlyInAnyOrderElementsOf(ReportMethods.ALL);
        for (NetworkMethod<?, ?> method : methods) {
            List<Value> arguments = method.parameters().stream()
                    .<Value>map(parameter -> new Value.Str(
                            parameter.name().equals("from")
                                    ? today().minusDays(20).toString()
                                    : today().toString()))
                    .toList();
            List<String> texts = new ArrayList<>();
            texts(client.rawCall(network.hub().peer(a).orElseThrow(), method.name(), arguments), texts);
            assertThat(texts).isNotEmpty().allMatch(this::isNumberOrItsName);
        }
    }

    private boolean isNumberOrItsName(String text) {
        boolean day = text.matches("\\d{4}-\\d\\d-\\d\\d");
        boolean instant = text.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
        boolean signature = text.matches("[A-Za-z0-9+/]{86}==");
        boolean site =
                List.of(a, b, c).stream().anyMatch(one -> one.wwwroot().value().equals(text));
        return day
                || instant
                || signature
                || site
                || text.matches("\\d+")
                || text.equals("Europe/Paris")
                || Figure.of(text).isPresent();
    }

    private static void texts(Value value, List<String> found) {
        if (value instanceof Value.Str text) {
            found.add(text.value());
        } else if (value instanceof Value.Arr array) {
            array.items().forEach(item -> texts(item, found));
        } else if (value instanceof Value.Struct struct) {
            struct.members().values().forEach(member -> texts(member, found));
        } else {
            assertThat(value).isInstanceOfAny(Value.Int.class, Value.Bool.class);
        }
    }

    @Test
    @Order(4)
    void onlyTheHubMayAskEvenWhenTheServiceIsPublishedByMistake() {
        network.awaitMesh(6);
        a.get(Services.class)
                .set(
                        Optional.of(b.wwwroot()),
                        Optional.of(java.util.Set.of(ReportMethods.SERVICE)),
                        Optional.empty(),
                        "test");
        b.get(Services.class)
                .set(
                        Optional.of(a.wwwroot()),
                        Optional.empty(),
                        Optional.of(java.util.Set.of(ReportMethods.SERVICE)),
                        "test");
        assertThatThrownBy(() -> b.get(PeerClient.class)
                        .rawCall(b.peer(a).orElseThrow(), ReportMethods.COVERAGE.name(), List.of()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(707));
    }

    @Test
    @Order(5)
    void aKeptDayIsStillWhatTheSiteSigned() {
        Collector collector = network.hub().get(Collector.class);
        assertThat(collector.verify(a.wwwroot(), today().minusDays(3))).isEqualTo(Collector.Finding.VERIFIED);
        assertThat(collector.verify(a.wwwroot(), today().minusDays(90))).isEqualTo(Collector.Finding.NOT_KEPT);
        network.hub()
                .get(org.jdbi.v3.core.Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "update report_figure set n = n + 1 where site = ? and on_day = ? and figure = 'logins'",
                        b.wwwroot().value(),
                        today().minusDays(3)));
        assertThat(collector.verify(b.wwwroot(), today().minusDays(3))).isEqualTo(Collector.Finding.CHANGED);
    }

    @Test
    @Order(6)
    @Tag("NA-65")
    void aSiteThatIsDownKeepsItsDaysAndIsNamed() {
        TestNetwork.cutOff(b);
        for (TestSite site : List.of(network.hub(), a, b, c)) {
            site.clock().advance(Duration.ofDays(3));
        }
        a.get(Usage.class).record(UsageEvent.of(UsageKind.LOGIN).by(1));
        network.hub().get(Collector.class).collect();
        NetworkReport report = report(threeWeeks());
        SiteLine down = line(report, b);
        assertThat(down.stale()).isTrue();
        assertThat(down.collected().problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(down.complete()).isFalse();
        assertThat(down.whole()).isLessThan(down.days());
        assertThat(whole(down.figure(Figure.LOGINS))).isPositive();
        assertThat(down.figure(Figure.LOGINS).standing()).isEqualTo(Amount.Standing.PARTIAL);
        assertThat(report.incomplete()).extracting(SiteLine::name).containsExactly("Site B");
        assertThat(report.complete()).isEqualTo(2);
        assertThat(total(report, Figure.COURSE_VIEWS).incomplete()).contains("Site B");
        assertThat(total(report, Figure.COURSE_VIEWS).sites()).isEqualTo(3);

        b.link().weather(Weather.FAIR);
        TestNetwork.await(() -> {
            network.hub().get(Collector.class).collect();
            return report(threeWeeks()).complete() == 3;
        });
        assertThat(line(report(threeWeeks()), b).stale()).isFalse();
    }
}
