package network.constellation.peer.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import network.constellation.keys.address.Wwwroot;
import org.junit.jupiter.api.Test;

class PrivateKeyBudgetTest {
    private static final Wwwroot A = Wwwroot.of("https://a.example.org");
    private static final InetAddress HERE = InetAddresses.forString("192.0.2.1");
    private static final InetAddress ELSEWHERE = InetAddresses.forString("192.0.2.2");

    private final MovedClock clock = new MovedClock();
    private final PrivateKeyBudget budget = new PrivateKeyBudget(clock);

    @Test
    void strangersGetTwentyBadMessagesASecond() {
        assertThat(spendUntilRefused(A, HERE)).isEqualTo(PrivateKeyBudget.PER_ADDRESS);
        clock.now = clock.now.plusSeconds(1);
        assertThat(spendUntilRefused(A, HERE)).isEqualTo(PrivateKeyBudget.PER_ADDRESS);
    }

    @Test
    void goodCallsCostNothing() {
        for (int call = 0; call < 10_000; call++) {
            assertThat(budget.admit(A, HERE)).isTrue();
            budget.good(A, HERE);
        }
    }

    @Test
    void floodUnderAPeersNameFromElsewhereDoesNotStarveIt() {
        assertThat(budget.admit(A, HERE)).isTrue();
        budget.good(A, HERE);
        for (int attacker = 1; attacker < 200; attacker++) {
            spendUntilRefused(A, InetAddresses.forString("198.51.100." + attacker));
        }
        assertThat(budget.admit(A, ELSEWHERE)).isFalse();
        assertThat(budget.admit(A, HERE)).isTrue();
    }

    @Test
    void provenAddressThatTurnsBadIsStoppedToo() {
        assertThat(budget.admit(A, HERE)).isTrue();
        budget.good(A, HERE);
        assertThat(spendUntilRefused(A, HERE)).isEqualTo(PrivateKeyBudget.PER_ADDRESS);
    }

    @Test
    void archivedKeysAreChargedToo() {
        int messages = 0;
        while (budget.admit(A, HERE)) {
            budget.bad(A, HERE, 4);
            messages++;
        }
        assertThat(messages).isEqualTo(PrivateKeyBudget.PER_ADDRESS / 4);
    }

    @Test
    void neighboursInOneIpv6NetworkShareTheBudget() {
        spendUntilRefused(A, InetAddresses.forString("2001:db8:1:1::1"));
        assertThat(budget.admit(A, InetAddresses.forString("2001:db8:1:1::2"))).isFalse();
        assertThat(budget.admit(A, InetAddresses.forString("2001:db8:1:2::2"))).isTrue();
    }

    private int spendUntilRefused(Wwwroot peer, InetAddress address) {
        int spent = 0;
        while (spent < 1_000 && budget.admit(peer, address)) {
            budget.bad(peer, address, 1);
            spent++;
        }
        return spent;
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
