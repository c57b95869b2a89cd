package network.constellation.testnetwork.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.testnetwork.process.ProcessNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub suspends one of many members, in real time and between real processes: how long the others go on serving it.
 * The suspended site has valid keys, calls everybody again and again, and is a member of every sub-network.
 */
@Tag("P-12")
class SuspensionReachesAllTest {
    private static final Pattern REFUSED = Pattern.compile("refused=(\\d+)");
    private static final Duration LONG = Duration.ofMinutes(30);

    @TempDir
    Path folder;

    @Tag("proof")
    @Test
    void sixMembersRefuseASuspendedOne() {
        measure(2, 3, 2);
    }

    @Tag("proof")
    @Test
    void fiveHundredMembersRefuseASuspendedOne() {
        Times times = measure(5, 100, 10);

        assertThat(times.most()).isLessThan(90);
        assertThat(times.all()).isLessThan(180);
    }

    @Tag("proof")
    @Test
    void twoHundredMembersOfOneSubNetworkRefuseASuspendedOne() {
        Times times = measure(4, 50, 1);

        assertThat(times.most()).isLessThan(90);
        assertThat(times.all()).isLessThan(180);
    }

    /** Seconds until 95 % and all of them refused. */
    private record Times(double most, double all) {}

    private Times measure(int processes, int tenants, int subnetworks) {
        List<ProcessNode> running = new ArrayList<>();
        try {
            ProcessNode hub = started(running, "hub", "2g");
            hub.ask("found " + hub.wwwroot());
            List<Integer> numbers =
                    IntStream.rangeClosed(1, subnetworks).boxed().toList();
            int each = tenants * processes / subnetworks;
            for (int process = 0; process < processes; process++) {
                ProcessNode node = started(running, "p" + process, "3g");
                String invitations = invitations(hub, process * tenants, tenants, each);
                String joined = node.ask(
                        "crowd p" + process + "t " + node.wwwroot().uri().getPort() + " " + invitations, LONG);
                assertThat(joined).isEqualTo(tenants + " of " + tenants + " joined");
            }
            ProcessNode thief = started(running, "thief", "512m");
            Wwwroot wwwroot = thief.wwwroot();
            thief.ask("add " + wwwroot);
            thief.ask("join " + hub.ask("invite 1"));
            awaitAnswer(thief, "network", "MEMBER");
            hub.ask("enter " + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")) + " " + wwwroot);
            int all = processes * tenants;
            long links = (long) subnetworks * each * (each + 1);
            long begun = System.nanoTime();
            awaitAnswer(hub, "linkcount", "{LINKED=" + links + "}");
            System.out.printf("%d members, %d link ends, linked in %.0f s%n", all, links, seconds(begun));
            awaitAnswer(thief, "assault", "answered=" + all + " unreachable=0 refused=0 codes={}");

            hub.ask("suspend " + wwwroot);
            long suspended = System.nanoTime();
            double most = Double.NaN;
            int refused = 0;
            String last = "";
            while (refused < all && seconds(suspended) < 300) {
                last = thief.ask("assault", LONG);
                Matcher count = REFUSED.matcher(last);
                assertThat(count.find()).as(last).isTrue();
                refused = Integer.parseInt(count.group(1));
                if (refused >= 0.95 * all && Double.isNaN(most)) {
                    most = seconds(suspended);
                }
            }
            Times times = new Times(most, seconds(suspended));
            System.out.printf(
                    "suspended: 95 %% of %d refuse after %.1f s, all after %.1f s (%s)%n",
                    all, times.most(), times.all(), last);
            assertThat(refused).as(last).isEqualTo(all);
            return times;
        } finally {
            running.forEach(ProcessNode::close);
        }
    }

    /** Members fill one sub-network after the other. */
    private static String invitations(ProcessNode hub, int from, int count, int each) {
        List<String> lines = new ArrayList<>();
        for (int member = from; member < from + count; ) {
            int subnetwork = member / each + 1;
            int block = Math.min(subnetwork * each, from + count) - member;
            lines.add(hub.ask("invitations " + block + " " + subnetwork));
            member += block;
        }
        return String.join(",", lines);
    }

    private ProcessNode started(List<ProcessNode> running, String name, String heap) {
        ProcessNode node =
                new ProcessNode(folder.resolve(name), name).heap(heap).optimized();
        running.add(node);
        return node.start();
    }

    private static void awaitAnswer(ProcessNode node, String order, String wanted) {
        Awaitility.await()
                .atMost(Duration.ofHours(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(node.ask(order, LONG)).isEqualTo(wanted));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
