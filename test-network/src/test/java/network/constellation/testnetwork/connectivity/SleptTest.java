package network.constellation.testnetwork.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKey;
import network.constellation.keys.vault.Vault;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that slept for longer than its daily recipient keys live answers the very first call (promise 14). */
class SleptTest {
    private static final Duration NIGHT = Duration.ofDays(3);

    @Test
    void theFirstCallAfterThreeDaysIsAnsweredAndTodaysKeyIsMadeOnce(@TempDir Path folder) throws Exception {
        try (TestNetwork network = TestNetwork.withoutHub(folder)) {
            TestSite a = network.site("a");
            TestSite b = network.site("b");
            for (List<TestSite> pair : List.of(List.of(a, b), List.of(b, a))) {
                TestSite other = pair.get(1);
                pair.get(0)
                        .get(Peers.class)
                        .admit(
                                other.get(SiteIdentity.class).published(),
                                PeerTerms.of(other.toString(), Application.CONSTELLATION),
                                "administrator",
                                TestNetwork.ACTOR);
            }
            call(a, b);
            for (int sleep = 0; sleep < 3; sleep++) {
                long before = b.get(SiteIdentity.class).ring().revision();
                List.of(a, b).forEach(site -> site.clock().advance(NIGHT));
                call(a, b);
                call(b, a);
                RecipientKey today = recipient(b.get(SiteIdentity.class).published());
                assertThat(today.isLive(b.clock().instant().plus(Duration.ofHours(47))))
                        .isTrue();
                assertThat(b.get(SiteIdentity.class).ring().revision()).isEqualTo(before + 1);
            }
            List.of(a, b).forEach(site -> site.clock().advance(NIGHT));
            assertThat(shown(b))
                    .as("however many ask at once, all are told the same")
                    .hasSize(1);
            assertThat(b.get(Vault.class)
                            .load()
                            .orElseThrow()
                            .current()
                            .recipient()
                            .publicKey()
                            .sha256())
                    .as("durable before it is told")
                    .isEqualTo(b.get(SiteIdentity.class)
                            .current()
                            .recipient()
                            .publicKey()
                            .sha256());
        }
    }

    private static RecipientKey recipient(PublicIdentity identity) {
        return identity.modern().orElseThrow().recipientKey();
    }

    private static void call(TestSite from, TestSite to) {
        assertThat(from.get(PeerClient.class)
                        .call(from.peer(to).orElseThrow(), SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                .isNotNull();
    }

    private static Set<String> shown(TestSite site) throws Exception {
        Set<String> bundles = new HashSet<>();
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            SiteIdentity identity = site.get(SiteIdentity.class);
            List<Future<String>> asked = many.invokeAll(
                    java.util.Collections.nCopies(64, () -> identity.published().bundle()));
            for (Future<String> answer : asked) {
                bundles.add(answer.get());
            }
        } finally {
            many.shutdown();
            many.awaitTermination(30, TimeUnit.SECONDS);
        }
        return bundles;
    }
}
