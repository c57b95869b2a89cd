package network.constellation.peer.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigException;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.node.TestClock;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.tenant.TenantLease;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    private static final Wwwroot A = Wwwroot.of("http://a.localhost:8080");
    private static final Wwwroot B = Wwwroot.of("http://b.localhost:8080");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();

    private Node node(ConfigReader config) {
        Node node = NodeBuilder.in(data).config(config).clock(clock).build().open();
        node.tenants().add(A, "A");
        return node;
    }

    @EachDatabase
    void sumsAreMadeOfTheEventsHoweverOften(ConfigReader config) {
        try (Node node = node(config.with("usage.time-zone", "Europe/Paris"));
                TenantLease tenant = node.tenants().open(A)) {
            Usage usage = tenant.get(Usage.class);
            usage.record(UsageEvent.of(UsageKind.LOGIN).by(1));
            usage.record(UsageEvent.of(UsageKind.LOGIN).by(1));
            usage.record(UsageEvent.of(UsageKind.ROAM_IN).by(7).with(B));
            usage.record(UsageEvent.of(UsageKind.COURSE_VIEW).by(7).in(3));
            usage.record(UsageEvent.of(UsageKind.PUBLISH));
            for (int again = 0; again < 3; again++) {
                usage.sum();
                assertThat(usage.hours(TODAY, TODAY))
                        .containsExactlyInAnyOrder(
                                new UsageCount(TODAY, 9, UsageKind.LOGIN, "", 2),
                                new UsageCount(TODAY, 9, UsageKind.ROAM_IN, B.value(), 1),
                                new UsageCount(TODAY, 9, UsageKind.COURSE_VIEW, "", 1),
                                new UsageCount(TODAY, 9, UsageKind.PUBLISH, "", 1));
                assertThat(usage.people(TODAY, TODAY)).containsExactly(new UsagePeople(TODAY, 1, 1));
            }
            usage.record(UsageEvent.of(UsageKind.LOGIN).by(2));
            assertThat(usage.days(TODAY, TODAY)).contains(new UsageDay(TODAY, UsageKind.LOGIN, "", 3, 2));
            assertThat(usage.people(TODAY, TODAY)).containsExactly(new UsagePeople(TODAY, 2, 1));

            // Half past eleven at night in Paris is the next day there, and not yet in Greenwich.
            clock.advance(Duration.ofMinutes(15 * 60 + 30));
            usage.record(UsageEvent.of(UsageKind.LOGIN).by(2));
            assertThat(usage.hours(TODAY.plusDays(1), TODAY.plusDays(1)))
                    .containsExactly(new UsageCount(TODAY.plusDays(1), 0, UsageKind.LOGIN, "", 1));
        }
    }

    @EachDatabase
    void anEventOfATransactionThatFailsDidNotHappen(ConfigReader config) {
        try (Node node = node(config);
                TenantLease tenant = node.tenants().open(A)) {
            Usage usage = tenant.get(Usage.class);
            assertThatThrownBy(() -> tenant.get(Jdbi.class).useTransaction(handle -> {
                        usage.record(handle, UsageEvent.of(UsageKind.ENROL).by(1));
                        throw new IllegalStateException("cut off");
                    }))
                    .hasMessageContaining("cut off");
            assertThat(usage.days(TODAY, TODAY)).isEmpty();
        }
    }

    @EachDatabase
    void eventsAreForgottenAndTheirSumsStay(ConfigReader config) {
        try (Node node = node(config.with("usage.keep-events", "40d"));
                TenantLease tenant = node.tenants().open(A)) {
            Usage usage = tenant.get(Usage.class);
            Instant longAgo = clock.instant().minus(Duration.ofDays(39));
            usage.recordPast(List.of(
                    new PastUsage(longAgo, UsageEvent.of(UsageKind.LOGIN).by(1))));
            assertThat(usage.since()).isEqualTo(Instant.parse("2026-10-13T00:00:00Z"));
            assertThat(usage.peopleWithin(30, TODAY.minusDays(10))).isEqualTo(OptionalLong.of(1));
            assertThat(usage.peopleWithin(30, TODAY.minusDays(20))).isEmpty();
            LocalDate day = TODAY.minusDays(39);
            assertThat(usage.days(day, day)).hasSize(1);
            clock.advance(Duration.ofDays(3));
            assertThat(usage.forget()).isEqualTo(1);
            assertThat(usage.forget()).isZero();
            assertThat(usage.days(day, day)).containsExactly(new UsageDay(day, UsageKind.LOGIN, "", 1, 1));
            assertThatThrownBy(() -> usage.recordPast(List.of(new PastUsage(longAgo, UsageEvent.of(UsageKind.LOGIN)))))
                    .hasMessageContaining("can be taken from");
        }
    }

    @Test
    void aTimeZoneThatIsNoneRefusesToStart() {
        assertThatThrownBy(() -> {
                    try (Node node = node(ConfigReader.of("usage.time-zone = Mars"))) {
                        node.tenants().open(A).close();
                    }
                })
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Europe/Paris");
    }
}
