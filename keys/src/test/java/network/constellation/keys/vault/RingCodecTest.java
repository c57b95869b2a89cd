package network.constellation.keys.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;

class RingCodecTest {
    private static final Wwwroot SITE = Wwwroot.of("https://a.example.org");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final CryptoEngine ENGINE = CryptoEngine.detect();
    private static final KeyRing RING = ring();

    @Test
    void theSameRingHasTheSameBytes() throws Exception {
        byte[] written = RingCodec.writeRing(RING);
        KeyRing read = RingCodec.readRing(written, RingCodec.readRecipients(RingCodec.writeRecipients(RING)));
        assertThat(RingCodec.writeRing(read)).isEqualTo(written);
        assertThat(RingCodec.writeRecipients(read)).isEqualTo(RingCodec.writeRecipients(RING));
    }

    @Test
    void recipientKeysAreNotInTheRing() throws Exception {
        KeyRing read = RingCodec.readRing(RingCodec.writeRing(RING), Map.of());
        assertThat(read.liveRecipients(NOW)).isEmpty();
        assertThat(read.current().recipients()).isEmpty();
    }

    @Property(tries = 200)
    void changedBytesAreReadOrRefusedInOrder(
            @ForAll @IntRange(max = 1_000_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] ring = RingCodec.writeRing(RING);
        ring[at % ring.length] ^= (byte) by;
        byte[] recipients = RingCodec.writeRecipients(RING);
        recipients[at % recipients.length] ^= (byte) by;
        try {
            RingCodec.readRing(ring, Map.of());
        } catch (CertificateRefusedException | IdentityRefusedException | IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
        try {
            RingCodec.readRecipients(recipients);
        } catch (IdentityRefusedException | IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void anyBytesAreRefusedInOrder(@ForAll byte[] noise) throws Exception {
        try {
            RingCodec.readRing(noise, Map.of());
            RingCodec.readRecipients(noise);
            assertThat(noise).as("nothing else can be a ring").isNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
    }

    private static KeyRing ring() {
        TestingKeys keys = new TestingKeys(ENGINE);
        KeyRing ring = keys.prepared(keys.ring(SITE, NOW), NOW).activate(NOW);
        return keys.prepared(keys.prepared(ring, NOW).revoke(1, "lost", NOW).activate(NOW), NOW);
    }
}
