package network.constellation.protocol.directory;

import static network.constellation.protocol.directory.SampleNetwork.NOW;
import static network.constellation.protocol.directory.SampleNetwork.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.protocol.limits.DirectoryLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P-11")
final class SuspensionListTest {
    private static final SampleNetwork NETWORK = new SampleNetwork();
    private static final Wwwroot M1 = Wwwroot.of("https://m1.example.org");
    private static final Wwwroot M2 = Wwwroot.of("https://m2.example.org");

    private final DirectoryReader reader = NETWORK.reader();
    private final SuspensionList first = NETWORK.list(1, 3, NOW, M1);

    @Test
    void a_list_is_read_as_it_was_meant() throws Exception {
        SuspensionList read = reader.suspensions(first.encoded(), Optional.empty(), 0, NOW);
        assertThat(read).isEqualTo(first);
        assertThat(read.suspended()).isEqualTo(first.suspended());
        assertThat(read.find(M1).orElseThrow().reason()).isEqualTo("a reason");
        assertThat(read.find(M2)).isEmpty();
    }

    @Test
    void the_same_list_signed_later_is_newer_and_signed_earlier_is_not() throws Exception {
        SuspensionList later = NETWORK.list(1, 3, NOW.plusSeconds(60), M1);
        assertThat(reader.suspensions(later.encoded(), Optional.of(first), 1, NOW))
                .isEqualTo(later);
        assertThat(reader.suspensions(first.encoded(), Optional.of(later), 1, NOW))
                .isSameAs(later);
    }

    @Test
    void a_lower_number_is_a_roll_back_and_an_earlier_term_is_stale() {
        assertThat(refusal(() -> reader.suspensions(NETWORK.list(1, 2, NOW).encoded(), Optional.of(first), 1, NOW)))
                .contains(Refusal.ROLL_BACK);
        assertThat(refusal(() -> reader.suspensions(NETWORK.list(1, 9, NOW).encoded(), Optional.of(first), 2, NOW)))
                .contains(Refusal.STALE_TERM);
    }

    @Test
    void another_content_under_the_same_number_is_conflicting() {
        assertThat(refusal(() -> reader.suspensions(NETWORK.list(1, 3, NOW, M2).encoded(), Optional.of(first), 1, NOW)))
                .contains(Refusal.CONFLICTING);
    }

    @Test
    void an_expired_one_and_one_from_the_future_are_refused() {
        assertThat(refusal(
                        () -> reader.suspensions(first.encoded(), Optional.empty(), 0, NOW.plus(SampleNetwork.LIFE))))
                .contains(Refusal.EXPIRED);
        assertThat(refusal(() -> reader.suspensions(
                        first.encoded(),
                        Optional.empty(),
                        0,
                        NOW.minus(DirectoryLimits.SKEW).minus(Duration.ofSeconds(1)))))
                .contains(Refusal.NOT_YET_VALID);
    }

    @Test
    void a_list_under_the_delegation_of_another_root_or_network_is_refused() {
        Ed25519PrivateKey stranger = NETWORK.engine().ed25519().generate();
        SuspensionList forged = NETWORK.signer(NETWORK.delegation(stranger, SampleNetwork.ID, 1))
                .suspensions(9, NOW, NOW.plus(SampleNetwork.LIFE), first.suspended());
        SuspensionList foreign = NETWORK.signer(NETWORK.delegation(stranger, "f".repeat(32), 1))
                .suspensions(9, NOW, NOW.plus(SampleNetwork.LIFE), first.suspended());
        assertThat(refusal(() -> reader.suspensions(forged.encoded(), Optional.empty(), 0, NOW)))
                .contains(Refusal.WRONG_SIGNER);
        assertThat(refusal(() -> reader.suspensions(foreign.encoded(), Optional.empty(), 0, NOW)))
                .contains(Refusal.WRONG_NETWORK);
    }

    @Test
    void a_directory_is_no_list_and_an_oversize_list_is_not_read() {
        byte[] directory = NETWORK.directory(1, 1, NETWORK.entries(1)).document();
        assertThat(refusal(() -> reader.suspensions(directory, Optional.empty(), 0, NOW)))
                .contains(Refusal.MALFORMED);
        assertThat(refusal(() ->
                        reader.suspensions(new byte[DirectoryLimits.SUSPENSION_BYTES + 1], Optional.empty(), 0, NOW)))
                .contains(Refusal.OVERSIZE);
    }

    @Test
    void the_root_key_is_taken_from_the_hub_that_vouches_for_it_to_this_member_only() throws Exception {
        Ed25519PrivateKey hub = NETWORK.engine().ed25519().generate();
        byte[] signed = NETWORK.anchor().signedFor(M1, NETWORK.engine(), SampleNetwork.HUB, hub);
        assertThat(DirectoryAnchor.open(signed, NETWORK.engine(), M1, SampleNetwork.HUB, hub.publicKey()))
                .isEqualTo(NETWORK.anchor());
        assertThat(refusal(
                        () -> DirectoryAnchor.open(signed, NETWORK.engine(), M2, SampleNetwork.HUB, hub.publicKey())))
                .contains(Refusal.MALFORMED);
        Ed25519PrivateKey other = NETWORK.engine().ed25519().generate();
        assertThat(refusal(
                        () -> DirectoryAnchor.open(signed, NETWORK.engine(), M1, SampleNetwork.HUB, other.publicKey())))
                .contains(Refusal.WRONG_SIGNER);
    }
}
