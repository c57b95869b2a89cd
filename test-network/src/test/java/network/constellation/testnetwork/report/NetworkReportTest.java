package network.constellation.testnetwork.report;

import static network.constellation.testnetwork.report.ReportedNetwork.PARIS;
import static network.constellation.testnetwork.report.ReportedNetwork.UTC;
import static network.constellation.testnetwork.report.ReportedNetwork.line;
import static network.constellation.testnetwork.report.ReportedNetwork.total;
import static network.constellation.testnetwork.report.ReportedNetwork.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.reporting.Amount;
import network.constellation.hub.reporting.Collector;
import network.constellation.hub.reporting.Flow;
import network.constellation.hub.reporting.NetworkReport;
import network.constellation.hub.reporting.Period;
import network.constellation.hub.reporting.Problem;
import network.constellation.hub.reporting.SiteLine;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Services;
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
    private ReportedNetwork reported;
    private TestNetwork network;
    private TestSite a;
    private TestSite b;
    private TestSite c;

    @BeforeAll
    void report(@TempDir Path folder) {
        reported = new ReportedNetwork(folder);
        network = reported.network;
        a = reported.a;
        b = reported.b;
        c = reported.c;
    }

    @AfterAll
    void close() {
        reported.close();
    }

    @Test
    @Order(1)
    @Tag("NA-65")
    void totalsAreThoseOfAnIndependentCalculationOverTheEvents() {
        Period period = reported.threeWeeks();
        NetworkReport report = reported.report(period);
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
            NetworkReport own = reported.report(period, site.getKey());
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
        assertThat(whole(line(reported.report(Period.of("", "", reported.today())), a)
                        .figure(Figure.USERS)))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    @Tag("NA-66")
    void smallCountsAreWithheldAndWhatIsMissingIsNotZero() {
        NetworkReport report = reported.report(reported.threeWeeks());
        SiteLine few = line(report, c);
        assertThat(few.figure(Figure.ACTIVE_USERS).value()).isEmpty();
        assertThat(few.figure(Figure.ACTIVE_USERS).standing()).isEqualTo(Amount.Standing.WITHHELD);
        assertThat(few.figure(Figure.LOGINS).standing()).isEqualTo(Amount.Standing.WITHHELD);
        assertThat(total(report, Figure.LOGINS).withheld()).isTrue();
        assertThat(total(report, Figure.LOGINS).complete()).isEqualTo(2);
        assertThat(total(report, Figure.LOGINS).incomplete()).containsExactly("Site C");
        assertThat(few.figure(Figure.UNENROLMENTS).value()).contains(0L);

        LocalDate longAgo = reported.today().minusDays(90);
        NetworkReport before = reported.report(new Period(longAgo.minusDays(9), longAgo));
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
    @Tag("NA-67")
    void twoPartsOfAPeriodMakeTheWholeAndTheTimeZoneIsStated() {
        Period whole = reported.threeWeeks();
        LocalDate cut = whole.from().plusDays(9);
        SiteLine all = line(reported.report(whole), a);
        SiteLine first = line(reported.report(new Period(whole.from(), cut)), a);
        SiteLine second = line(reported.report(new Period(cut.plusDays(1), whole.to())), a);
        assertThat(whole(first.figure(Figure.LOGINS)) + whole(second.figure(Figure.LOGINS)))
                .isEqualTo(whole(all.figure(Figure.LOGINS)));
        assertThat(all.timeZone()).isEqualTo("Europe/Paris");
        assertThat(all.since())
                .contains(LocalDate.ofInstant(a.clock().instant(), PARIS).minusWeeks(5));
    }

    @Test
    @Order(4)
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
                                    ? reported.today().minusDays(20).toString()
                                    : reported.today().toString()))
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
    @Order(5)
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
    @Order(6)
    void aKeptDayIsStillWhatTheSiteSigned() {
        Collector collector = network.hub().get(Collector.class);
        assertThat(collector.verify(a.wwwroot(), reported.today().minusDays(3))).isEqualTo(Collector.Finding.VERIFIED);
        assertThat(collector.verify(a.wwwroot(), reported.today().minusDays(90)))
                .isEqualTo(Collector.Finding.NOT_KEPT);
        network.hub()
                .get(org.jdbi.v3.core.Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "update report_figure set n = n + 1 where site = ? and on_day = ? and figure = 'logins'",
                        b.wwwroot().value(),
                        reported.today().minusDays(3)));
        assertThat(collector.verify(b.wwwroot(), reported.today().minusDays(3))).isEqualTo(Collector.Finding.CHANGED);
    }

    @Test
    @Order(7)
    @Tag("NA-65")
    void aSiteThatIsDownKeepsItsDaysAndIsNamed() {
        TestNetwork.cutOff(b);
        for (TestSite site : List.of(network.hub(), a, b, c)) {
            site.clock().advance(Duration.ofDays(3));
        }
        // Their directories have expired with that: without a fresh one nobody answers the hub.
        TestNetwork.awaitFresh(a, b, c);
        a.get(Usage.class).record(UsageEvent.of(UsageKind.LOGIN).by(1));
        network.hub().get(Collector.class).collect();
        NetworkReport report = reported.report(reported.threeWeeks());
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
            return reported.report(reported.threeWeeks()).complete() == 3;
        });
        assertThat(line(reported.report(reported.threeWeeks()), b).stale()).isFalse();
    }
}
