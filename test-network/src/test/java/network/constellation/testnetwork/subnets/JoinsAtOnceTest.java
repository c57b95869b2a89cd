package network.constellation.testnetwork.subnets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoinsAtOnceTest {
    private TestNetwork network;
    private List<TestSite> sites;
    private SubNetworks subNetworks;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        sites = List.of(network.site("a"), network.site("b"));
        sites.forEach(site -> network.inviteAndJoin(site, 1));
        network.awaitMesh(2);
        subNetworks = network.hub().get(SubNetworks.class);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private List<LinkEnd> linksOf(int number) {
        return subNetworks.links().stream()
                .filter(end -> end.subnetwork() == number)
                .toList();
    }

    @Test
    void twoSitesThatJoinAtTheSameMomentKnowEachOther() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int number = 10; number < 30; number++) {
                int joined = number;
                subNetworks.create(Optional.of(joined), "", TestNetwork.ACTOR);
                CyclicBarrier start = new CyclicBarrier(2);
                List<Callable<Object>> both = sites.stream()
                        .map(site -> (Callable<Object>) () -> {
                            start.await();
                            return subNetworks.join(joined, site.wwwroot(), TestNetwork.ACTOR);
                        })
                        .toList();
                for (Future<Object> join : pool.invokeAll(both)) {
                    join.get();
                }
                assertThat(linksOf(joined)).as("ends in sub-network %d", joined).hasSize(2);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void repairWantsLinksThatNobodyEverWanted() {
        subNetworks.create(Optional.of(5), "", TestNetwork.ACTOR);
        sites.forEach(site -> subNetworks.join(5, site.wwwroot(), TestNetwork.ACTOR));
        TestNetwork.await(() -> linksOf(5).stream().allMatch(end -> end.state() == LinkEnd.State.LINKED));
        network.hub()
                .get(Jdbi.class)
                .useHandle(handle -> handle.execute("delete from subnetwork_link where subnetwork = 5"));
        subNetworks.repair();
        assertThat(linksOf(5)).hasSize(2);
        TestNetwork.await(() -> linksOf(5).stream().allMatch(end -> end.state() == LinkEnd.State.LINKED));
    }
}
