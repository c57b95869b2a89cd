package network.constellation.peer.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.node.TestClock;
import network.constellation.peer.store.EachDatabase;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryAnchor;
import network.constellation.protocol.directory.DirectoryDelta;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.DirectorySigner;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.Refusal;
import network.constellation.protocol.directory.SuspensionList.Suspended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What a process holds of a directory survives it, and only ever grows newer. */
class DirectoryCacheTest {
    private static final String NETWORK = "0123456789abcdef0123456789abcdef";
    private static final Wwwroot SITE = Wwwroot.of("http://a.localhost:8080");
    private static final Wwwroot HUB = Wwwroot.of("http://hub.localhost:8080");

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private final CryptoEngine engine = CryptoEngine.detect();
    private final Ed25519PrivateKey root = engine.ed25519().generate();
    private final DirectoryAnchor anchor = new DirectoryAnchor(NETWORK, root.publicKey());

    private DirectorySigner signer(int term) {
        Ed25519PrivateKey key = engine.ed25519().generate();
        Instant now = clock.instant();
        return new DirectorySigner(
                engine,
                key,
                Delegation.sign(
                        engine, root, NETWORK, HUB, key.publicKey(), term, now, now.plus(Duration.ofDays(365))));
    }

    private Directory directory(DirectorySigner signer, long sequence) throws DirectoryRefusedException {
        Instant now = clock.instant();
        return signer.directory(sequence, now, now.plus(Duration.ofHours(72)), List.of());
    }

    private byte[] list(DirectorySigner signer, long sequence, Wwwroot... suspended) {
        TreeMap<Wwwroot, Suspended> sites = new TreeMap<>();
        for (Wwwroot site : suspended) {
            sites.put(site, new Suspended(clock.instant(), "test"));
        }
        Instant now = clock.instant();
        return signer.suspensions(sequence, now, now.plus(Duration.ofHours(72)), sites)
                .encoded();
    }

    private Node node(ConfigReader config) {
        return NodeBuilder.in(data)
                .config(config)
                .engine(engine)
                .clock(clock)
                .node(new DirectoryNodeModule())
                .build()
                .open();
    }

    @EachDatabase
    @Tag("P-11")
    void theNewestVersionCountsAfterARestartToo(ConfigReader config) throws Exception {
        DirectorySigner signer = signer(1);
        byte[] older = directory(signer, 4).document();
        try (Node node = node(config)) {
            DirectoryCache cache = node.get(DirectoryCache.class);
            cache.belong(SITE, NETWORK, false);
            cache.pin(anchor);
            assertThat(cache.received(NETWORK, directory(signer, 5).document())).isTrue();
            assertThat(cache.suspensions(NETWORK, list(signer, 3, HUB))).isTrue();
        }
        try (Node node = node(config)) {
            DirectoryCache cache = node.get(DirectoryCache.class);
            Held held = cache.required(NETWORK);
            assertThat(held.directory().map(Directory::version)).contains(new DirectoryVersion(1, 5));
            assertThat(held.cutsOff(HUB)).isTrue();
            refused(Refusal.ROLL_BACK, () -> cache.received(NETWORK, older));
            refused(Refusal.ROLL_BACK, () -> cache.suspensions(NETWORK, list(signer, 2)));
            refused(
                    Refusal.WRONG_SIGNER,
                    () -> cache.received(
                            NETWORK,
                            new DirectoryCacheTest()
                                    .directory(new DirectoryCacheTest().signer(2), 9)
                                    .document()));
            assertThat(cache.received(NETWORK, directory(signer(2), 1).document()))
                    .isTrue();
            refused(
                    Refusal.STALE_TERM,
                    () -> cache.received(NETWORK, directory(signer, 6).document()));
            assertThat(cache.required(NETWORK).newest()).isEqualTo(new DirectoryVersion(2, 1));
        }
    }

    @EachDatabase
    @Tag("P-11")
    void aSecondRootKeyIsNeverTaken(ConfigReader config) {
        try (Node node = node(config)) {
            DirectoryCache cache = node.get(DirectoryCache.class);
            cache.belong(SITE, NETWORK, false);
            cache.pin(anchor);
            DirectoryAnchor other =
                    new DirectoryAnchor(NETWORK, engine.ed25519().generate().publicKey());
            assertThatThrownBy(() -> cache.pin(other)).isInstanceOf(IllegalStateException.class);
            assertThat(cache.required(NETWORK).anchor()).contains(anchor);
        }
    }

    @EachDatabase
    void aDirectoryThatWasSignedAgainLivesLonger(ConfigReader config) throws Exception {
        DirectorySigner signer = signer(1);
        Directory first = directory(signer, 5);
        try (Node node = node(config)) {
            DirectoryCache cache = node.get(DirectoryCache.class);
            cache.belong(SITE, NETWORK, false);
            cache.pin(anchor);
            cache.received(NETWORK, first.document());
            Instant end = cache.required(NETWORK).expires();
            clock.advance(Duration.ofHours(1));
            Directory again = directory(signer, 5);
            byte[] delta = DirectoryDelta.of(first.version(), again.signedHeader(), List.of(), List.of())
                    .encoded();
            assertThat(cache.merged(NETWORK, delta)).isFalse();
            assertThat(cache.required(NETWORK).expires()).isEqualTo(end.plus(Duration.ofHours(1)));
        }
        try (Node node = node(config)) {
            assertThat(node.get(DirectoryCache.class).required(NETWORK).begun())
                    .isAfter(first.header().issued());
        }
    }

    private static void refused(Refusal refusal, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .asInstanceOf(type(DirectoryRefusedException.class))
                .extracting(DirectoryRefusedException::refusal)
                .isEqualTo(refusal);
    }
}
