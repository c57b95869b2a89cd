package network.constellation.testnetwork.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import network.constellation.hub.reporting.NetworkReport;
import network.constellation.hub.reporting.NetworkReports;
import network.constellation.hub.reporting.Period;
import network.constellation.hub.reporting.SiteLine;
import network.constellation.hub.reporting.Total;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.usage.PastUsage;
import network.constellation.peer.usage.Usage;
import network.constellation.protocol.method.reporting.Figure;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;

/**
 * Three sites in three time zones with weeks of generated activity; {@code c} is small and withholds small counts. The hub
 * and {@code a} keep everything on PostgreSQL, the others on H2.
 */
final class ReportedNetwork implements AutoCloseable {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final ZoneId UTC = ZoneId.of("UTC");

    final TestNetwork network;
    final TestSite a;
    final TestSite b;
    final TestSite c;

    private final EmbeddedPostgres postgres;

    ReportedNetwork(Path folder) {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        network = TestNetwork.found(folder, onPostgres("hub"));
        a = network.site("a", onPostgres("a") + "usage.time-zone = \"Europe/Paris\"");
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

    @Override
    public void close() {
        network.close();
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String onPostgres(String schema) {
        return "store.url = \"" + postgres.getJdbcUrl("postgres", "postgres") + "\"\nstore.schema = report" + schema
                + "\n";
    }

    Period threeWeeks() {
        // Two days back, so that these days are over in every time zone.
        LocalDate last =
                LocalDate.ofInstant(network.hub().clock().instant(), UTC).minusDays(2);
        return new Period(last.minusDays(20), last);
    }

    NetworkReport report(Period period, TestSite... scope) {
        return network.hub()
                .get(NetworkReports.class)
                .of(period, scope.length == 0 ? Optional.empty() : Optional.of(scope[0].wwwroot()));
    }

    static Total total(NetworkReport report, Figure figure) {
        return report.totals().stream()
                .filter(total -> total.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    static SiteLine line(NetworkReport report, TestSite site) {
        return report.sites().stream()
                .filter(line -> line.site().equals(site.wwwroot()))
                .findFirst()
                .orElseThrow();
    }

    static long whole(Amount amount) {
        return amount.value().orElseThrow().longValue();
    }

    LocalDate today() {
        return network.hub().get(NetworkReports.class).today();
    }
}
