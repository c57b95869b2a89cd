package network.constellation.testnetwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 18 with processes: {@code kill -9} of the hub, for ever; one command at the standby; every member follows it within
 * minutes; the hub that returns signs nothing. The standby itself may be killed at any step of its promotion.
 */
@Tag("P-18")
@Tag("proof")
final class LostHubTest {
    private static final String PASSWORD = "four words are better";

    @TempDir
    Path folder;

    private final List<ProcessNode> all = new ArrayList<>();

    @Test
    void aStandbyServesAFreshDirectoryByOneCommandAndTheHubThatReturnsSignsNothing() {
        try {
            ProcessNode hub = hub();
            ProcessNode standby = standby(hub);
            ProcessNode a = member("a", hub);
            ProcessNode b = member("b", hub);
            ProcessNode c = member("c", hub);
            await(() -> hub.ask("links-open").equals("0"));
            hub.ask("suspend " + b.wwwroot());
            await(() -> a.ask("suspended " + b.wwwroot()).equals("true"));
            await(() -> standby.ask("suspended " + b.wwwroot()).equals("true"));
            await(() -> standby.ask("leadership").contains("members=4"));

            hub.kill();
            Instant lost = Instant.now();
            assertThat(standby.ask("promote")).isEqualTo("2 0");
            for (ProcessNode member : List.of(a, b, c)) {
                await(() -> member.ask("follows").equals(led(standby)));
            }
            // Whoever is cut off is told who leads, and gets nothing more.
            for (ProcessNode member : List.of(a, c)) {
                assertThat(member.ask("fresh")).isEqualTo("true");
            }
            Duration taken = Duration.between(lost, Instant.now());
            System.out.println(
                    "From the command until every member held a fresh directory: " + taken.toMillis() + " ms");
            assertThat(taken).isLessThan(Duration.ofMinutes(5));
            assertThat(a.ask("suspended " + b.wwwroot())).isEqualTo("true");
            assertThat(standby.ask("signs-in claire " + PASSWORD)).isEqualTo("true");
            await(() -> a.ask("call " + c.wwwroot()).startsWith("answered"));
            await(() -> standby.ask("call " + a.wwwroot()).startsWith("answered"));

            hub.start();
            await(() -> hub.ask("confirm").equals("false 2"));
            String signed = hub.ask("sign");
            hub.ask("resume " + b.wwwroot());
            assertThat(hub.ask("sign")).isEqualTo(signed);
            assertThat(a.ask("follows")).isEqualTo(led(standby));
            assertThat(a.ask("suspended " + b.wwwroot())).isEqualTo("true");

            standby.ask("resume " + b.wwwroot());
            await(() -> a.ask("suspended " + b.wwwroot()).equals("false"));
            ProcessNode d = member("d", standby);
            await(() -> standby.ask("links-open").equals("0"));
            await(() -> d.ask("call " + b.wwwroot()).startsWith("answered"));
            await(() -> standby.ask("links-check").startsWith("0 0 "));
            all.forEach(node -> assertThat(node.ask("audit")).contains("true"));
        } finally {
            all.forEach(ProcessNode::close);
        }
    }

    @Test
    void aStandbyKilledAtEachStepOfItsPromotionEndsInOneTerm() {
        List<String> points = List.of(
                "promotion/begun",
                "promotion/copied",
                "promotion/members",
                "promotion/leads",
                "promotion/published",
                "promotion/told");
        try {
            ProcessNode hub = hub();
            ProcessNode standby = standby(hub);
            ProcessNode a = member("a", hub);
            ProcessNode b = member("b", hub);
            await(() -> hub.ask("links-open").equals("0"));
            hub.ask("suspend " + b.wwwroot());
            await(() -> standby.ask("suspended " + b.wwwroot()).equals("true"));
            await(() -> standby.ask("leadership").contains("members=3"));
            hub.kill();
            standby.kill();

            standby.startToHaltAt(points.get(0));
            standby.order("promote");
            assertThat(standby.awaitEnd()).isEqualTo(HaltingMain.STATUS);
            // From now on it goes on by itself, without a person.
            for (String point : points.subList(1, points.size())) {
                standby.startToHaltAt(point);
                assertThat(standby.awaitEnd()).as(point).isEqualTo(HaltingMain.STATUS);
                assertThat(a.ask("suspended " + b.wwwroot())).as(point).isEqualTo("true");
            }
            standby.start();
            await(() -> standby.ask("leadership").contains("promotionUnfinished=false"));
            for (ProcessNode member : List.of(a, b)) {
                await(() -> member.ask("follows").equals(led(standby)));
            }
            assertThat(standby.ask("promote")).isEqualTo("2 0");
            assertThat(standby.ask("sign")).startsWith("2.").contains(", 2.");
            assertThat(a.ask("fresh")).isEqualTo("true");
            assertThat(a.ask("suspended " + b.wwwroot())).isEqualTo("true");
            assertThat(standby.ask("signs-in claire " + PASSWORD)).isEqualTo("true");
            assertThat(standby.ask("audit")).contains("true");
        } finally {
            all.forEach(ProcessNode::close);
        }
    }

    /** Five processes start and work on what may be one busy core. */
    private void await(Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(condition);
        } catch (ConditionTimeoutException late) {
            StringBuilder what = new StringBuilder();
            for (ProcessNode node : all) {
                what.append("\n== ").append(node.wwwroot());
                if (node.isAlive()) {
                    what.append("\n").append(node.ask("follows")).append("\n").append(node.ask("jobs"));
                    what.append("\n").append(node.ask("leadership"));
                }
                node.log()
                        .lines()
                        .filter(line -> !line.contains("utc_warning"))
                        .limit(60)
                        .forEach(line -> what.append("\n").append(line));
            }
            throw new AssertionError(what.toString(), late);
        }
    }

    private static String led(ProcessNode hub) {
        return "2 " + hub.wwwroot() + " " + hub.wwwroot();
    }

    private ProcessNode node(String name) {
        ProcessNode node = new ProcessNode(folder.resolve(name + "process"), name);
        all.add(node);
        return node.start();
    }

    private ProcessNode hub() {
        ProcessNode hub = node("hub");
        assertThat(hub.ask("found " + hub.wwwroot())).isEqualTo("founded");
        hub.ask("administrator claire " + PASSWORD);
        return hub;
    }

    private ProcessNode standby(ProcessNode hub) {
        ProcessNode standby = node("standby");
        assertThat(standby.ask("standby " + standby.wwwroot())).isEqualTo("made");
        join(standby, hub);
        assertThat(hub.ask("appoint " + standby.wwwroot())).isEqualTo("2");
        await(() -> standby.ask("leadership").contains("copied="));
        return standby;
    }

    private ProcessNode member(String name, ProcessNode hub) {
        ProcessNode site = node(name);
        site.ask("add " + site.wwwroot());
        join(site, hub);
        return site;
    }

    private void join(ProcessNode site, ProcessNode hub) {
        site.ask("join " + hub.ask("invite 1"));
        await(() -> site.ask("network").equals("MEMBER"));
    }
}
