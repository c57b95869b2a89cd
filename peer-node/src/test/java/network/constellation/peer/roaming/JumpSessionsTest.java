package network.constellation.peer.roaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.node.TestClock;
import network.constellation.peer.store.Database;
import network.constellation.peer.store.Databases;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.store.StoreConfig;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.roaming.TokenCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of the identity provider: one site, one browser, seconds, once. */
@Tag("P-31")
class JumpSessionsTest {
    private static final Wwwroot B = Wwwroot.of("https://b.example");
    private static final Wwwroot C = Wwwroot.of("https://c.example");
    private static final String FIREFOX = UserAgents.hash("Firefox");
    private static final String CHROME = UserAgents.hash("Chrome");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private Database database;
    private JumpSessions sessions;

    @BeforeEach
    void open() {
        database = new Databases(StoreConfig.defaults())
                .open(folder.resolve("tenant"), "tenant", 4, Set.of(Migrations.tenant("roaming")));
        sessions = new JumpSessions(
                new JumpStore(database.jdbi()),
                new Tokens(CryptoEngine.pureJava().random()),
                RoamingConfig.defaults(),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTokenNamesItsUserOnce() {
        String token = jump("alice", B, FIREFOX);
        JumpSession session = sessions.authorise(B, new TokenCheck(token, FIREFOX));
        assertThat(session.username()).isEqualTo("alice");
        assertThat(session.sessionId()).isEqualTo("web-session-alice");
        refused(1, B, token, FIREFOX);
    }

    @Test
    void aTokenOfOtherNodesIsFortyDigitsOurOwnHaveSixtyFour() {
        assertThat(jump("alice", B, FIREFOX)).matches("[0-9a-f]{40}");
        assertThat(sessions.start(2, "bob", B, true, FIREFOX, "s")).matches("[0-9a-f]{64}");
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            all.add(jump("user" + i, B, FIREFOX));
        }
        assertThat(all).hasSize(200);
    }

    @Test
    void anotherSiteBrowserOrTokenIsNoSessionAndDoesNotUseTheTokenUp() {
        String token = jump("alice", B, FIREFOX);
        refused(1, C, token, FIREFOX);
        refused(1, B, token, CHROME);
        refused(1, B, token.replace(token.charAt(0), token.charAt(0) == 'a' ? 'b' : 'a'), FIREFOX);
        refused(1, B, "", FIREFOX);
        refused(1, B, "0000000000000000000000000000000000000000", FIREFOX);
        assertThat(sessions.authorise(B, new TokenCheck(token, FIREFOX)).username())
                .isEqualTo("alice");
    }

    @Test
    void afterThirtySecondsItIsTooLate() {
        String token = jump("alice", B, FIREFOX);
        String other = jump("bob", B, FIREFOX);
        clock.advance(Duration.ofSeconds(30));
        assertThat(sessions.authorise(B, new TokenCheck(other, FIREFOX)).username())
                .isEqualTo("bob");
        clock.advance(Duration.ofMillis(1));
        refused(2, B, token, FIREFOX);
        refused(2, B, token, FIREFOX);
    }

    @Test
    void aSecondJumpTakesThePlaceOfTheFirst() {
        String first = jump("alice", B, FIREFOX);
        String second = jump("alice", B, FIREFOX);
        refused(1, B, first, FIREFOX);
        assertThat(sessions.authorise(B, new TokenCheck(second, FIREFOX)).username())
                .isEqualTo("alice");
        assertThat(sessions.all()).hasSize(1);
    }

    @Test
    void ofManyWhoAskAtOnceOneIsAnswered() throws Exception {
        String token = jump("alice", B, FIREFOX);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> ask = () -> {
                try {
                    sessions.authorise(B, new TokenCheck(token, FIREFOX));
                    return 0;
                } catch (Fault fault) {
                    return fault.code();
                }
            };
            int answered = 0;
            for (Future<Integer> answer : pool.invokeAll(List.of(ask, ask, ask, ask, ask, ask, ask, ask))) {
                answered += answer.get() == 0 ? 1 : 0;
            }
            assertThat(answered).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theDatabaseHoldsNoToken() {
        String token = jump("alice", B, FIREFOX);
        List<String> rows = database.jdbi()
                .withHandle(handle -> handle.createQuery("select * from roaming_jump")
                        .mapToMap()
                        .map(row -> row.toString())
                        .list());
        assertThat(rows).hasSize(1).allSatisfy(row -> assertThat(row).doesNotContain(token));
    }

    @Test
    void landingIsRememberedAsAVisitAndTheSessionUntilItIsOver() {
        sessions.authorise(B, new TokenCheck(jump("alice", B, FIREFOX), FIREFOX));
        jump("alice", C, FIREFOX);
        assertThat(sessions.visits(1)).containsOnlyKeys(B);
        assertThat(sessions.of("alice", FIREFOX)).hasSize(2);
        clock.advance(Duration.ofMinutes(90));
        sessions.keepAlive(B, "alice");
        clock.advance(Duration.ofMinutes(90));
        assertThat(sessions.forgetOver()).as("the jump that never landed").isEqualTo(1);
        assertThat(sessions.at(B, "alice")).isPresent();
        clock.advance(Duration.ofHours(2));
        assertThat(sessions.forgetOver()).isEqualTo(1);
        assertThat(sessions.visits(1)).containsOnlyKeys(B);
    }

    private String jump(String username, Wwwroot peer, String browser) {
        long id = username.equals("alice") ? 1 : username.hashCode() & 0xffffL;
        return sessions.start(id, username, peer, false, browser, "web-session-" + username);
    }

    private void refused(int code, Wwwroot peer, String token, String browser) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> sessions.authorise(peer, new TokenCheck(token, browser)))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
