package network.constellation.testnetwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.constellation.testnetwork.TestNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of hub and members, all in processes of their own, at random moments of joins, moves and removals. After
 * each restart every link is whole at both ends, or the hub lists it as missing; the repair makes it whole.
 */
class KilledLinksTest {
    /** Every combination of two sub-networks. */
    private static final List<Set<Integer>> PLACES = List.of(Set.of(), Set.of(1), Set.of(2), Set.of(1, 2));

    @TempDir
    Path folder;

    private final Map<ProcessNode, Set<Integer>> wanted = new LinkedHashMap<>();
    private int unlisted;

    @Test
    @Tag("NA-13")
    void threeKillsLeaveEveryLinkWholeOrListed() throws Exception {
        kills(3, 2, 20261121);
    }

    @Test
    @Tag("proof")
    @Tag("NA-13")
    void fiftyKillsLeaveEveryLinkWholeOrListed() throws Exception {
        kills(50, 3, Long.getLong("constellation.seed", System.nanoTime()));
    }

    private void kills(int kills, int sites, long seed) throws InterruptedException {
        System.out.println("Seed " + seed);
        Random random = new Random(seed);
        List<ProcessNode> all = new ArrayList<>();
        ProcessNode hub = new ProcessNode(folder.resolve("hubprocess"), "hub");
        all.add(hub);
        try {
            hub.start();
            assertThat(hub.ask("found " + hub.wwwroot())).isEqualTo("founded");
            hub.ask("subnet-create 1");
            hub.ask("subnet-create 2");
            for (int i = 0; i < sites; i++) {
                ProcessNode site = new ProcessNode(folder.resolve("site" + i), "site" + i);
                all.add(site);
                site.start();
                site.ask("add " + site.wwwroot());
                join(hub, site, 1);
            }
            settle(hub);
            Map<String, Integer> killed = new LinkedHashMap<>();
            for (int kill = 0; kill < kills; kill++) {
                String what = change(hub, random);
                Thread.sleep(random.nextInt(400));
                ProcessNode victim = random.nextBoolean() ? hub : all.get(random.nextInt(all.size()));
                victim.kill();
                killed.merge(what + (victim == hub ? "/hub" : "/site"), 1, Integer::sum);
                victim.start();
                settle(hub);
            }
            System.out.println(kills + " kills: " + killed + "; link ends broken and not listed: " + unlisted);
            assertThat(unlisted)
                    .as("ends that the hub believed whole and were not")
                    .isZero();
            for (ProcessNode node : all) {
                assertThat(node.ask("audit")).contains("true");
            }
        } finally {
            all.forEach(ProcessNode::close);
        }
    }

    /** Orders something and does not wait for what follows from it. */
    private String change(ProcessNode hub, Random random) {
        List<ProcessNode> sites = List.copyOf(wanted.keySet());
        ProcessNode site = sites.get(random.nextInt(sites.size()));
        if (random.nextInt(5) == 0) {
            hub.ask("member-remove " + site.wwwroot());
            wanted.put(site, Set.of(-1));
            return "remove";
        }
        Set<Integer> before = wanted.get(site);
        Set<Integer> place = PLACES.get(random.nextInt(PLACES.size()));
        hub.ask("subnet-place " + site.wwwroot() + " "
                + place.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        wanted.put(site, place);
        return place.containsAll(before) ? "join" : "move";
    }

    private void join(ProcessNode hub, ProcessNode site, int number) {
        site.ask("join " + hub.ask("invite " + number));
        TestNetwork.await(() -> site.ask("network").equals("MEMBER"));
        TestNetwork.await(() -> hub.ask("places " + site.wwwroot()).equals("[" + number + "]"));
        wanted.put(site, Set.of(number));
    }

    /** Looks first, then repairs until all is as it is wanted; who was removed comes back after that. */
    private void settle(ProcessNode hub) {
        String found = hub.ask("links-check");
        if (!found.startsWith("0 ")) {
            System.out.println("Found after a restart: " + found);
            unlisted += Integer.parseInt(found.split(" ")[0]);
        }
        hub.ask("links-repair");
        TestNetwork.await(() -> hub.ask("links-open").equals("0"));
        TestNetwork.await(() -> hub.ask("links-check").startsWith("0 0 "));
        TestNetwork.await(() -> wanted.keySet().stream().allMatch(this::isAsWanted));
        for (ProcessNode site : List.copyOf(wanted.keySet())) {
            if (wanted.get(site).contains(-1)) {
                assertThat(site.ask("network")).isEqualTo("NONE");
                assertThat(hub.ask("standing " + site.wwwroot())).isEqualTo("none");
                join(hub, site, 1);
                TestNetwork.await(() -> hub.ask("links-open").equals("0"));
            }
        }
    }

    /** What the site itself serves, asked at the site: its hub, and whoever shares a sub-network with it. */
    private boolean isAsWanted(ProcessNode site) {
        Set<String> expected = new TreeSet<>();
        if (!wanted.get(site).contains(-1)) {
            expected.add("hub");
            wanted.forEach((other, place) -> {
                if (other != site && place.stream().anyMatch(wanted.get(site)::contains)) {
                    expected.add(other.wwwroot().host().split("\\.")[0]);
                }
            });
        }
        Set<String> served = new TreeSet<>();
        for (String peer : site.ask("peers", Duration.ofSeconds(60)).split(",")) {
            if (!peer.isEmpty()) {
                served.add(peer.substring("http://".length()).split("\\.")[0]);
            }
        }
        return served.equals(expected);
    }
}
