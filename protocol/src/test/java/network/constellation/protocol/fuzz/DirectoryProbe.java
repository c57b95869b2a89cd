package network.constellation.protocol.fuzz;

import static network.constellation.protocol.directory.SampleNetwork.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryDelta;
import network.constellation.protocol.directory.DirectoryReader;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.Entry;
import network.constellation.protocol.directory.MemberEntry;
import network.constellation.protocol.directory.SampleNetwork;
import network.constellation.protocol.directory.Standing;
import network.constellation.protocol.directory.SuspensionList;

/** What must hold for any bytes as a directory, a delta, a list, a delegation or an entry: a known refusal, or the signed. */
final class DirectoryProbe {
    private final SampleNetwork network = new SampleNetwork();
    private final DirectoryReader reader = network.reader();
    private final Directory first = network.directory(1, 1, network.entries(2));
    private final Directory second;
    private final byte[] delta;
    private final SuspensionList list;

    DirectoryProbe() {
        List<Entry> entries = new ArrayList<>(first.entries().values());
        Entry changed = network.member(1).withStanding(Standing.DISABLED).entry();
        entries.replaceAll(entry -> entry.id().equals(changed.id()) ? changed : entry);
        second = network.directory(1, 2, entries);
        delta = DirectoryDelta.of(first.version(), second.signedHeader(), List.of(changed), List.of())
                .encoded();
        list = network.list(1, 3, NOW, network.member(1).wwwroot());
    }

    List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(List.of(
                first.document(),
                second.document(),
                delta,
                list.encoded(),
                network.delegation(1).encoded(),
                first.signedHeader().encoded(),
                new byte[0]));
        first.entries().values().forEach(entry -> seeds.add(entry.bytes()));
        List.of(first.document(), second.document(), delta)
                .forEach(packed -> seeds.add(SampleNetwork.unpacked(packed)));
        return seeds;
    }

    /** @return how many of the readers accepted the bytes */
    int probe(byte[] bytes) {
        return survives(() -> assertThat(reader.received(bytes, Optional.empty(), NOW))
                        .isIn(first, second))
                + survives(() -> assertThat(reader.merged(bytes, first, NOW)).isEqualTo(second))
                + survives(() -> assertThat(reader.received(SampleNetwork.packed(bytes), Optional.empty(), NOW))
                        .isIn(first, second))
                + survives(() -> assertThat(reader.merged(SampleNetwork.packed(bytes), first, NOW))
                        .isEqualTo(second))
                + survives(() -> assertThat(reader.suspensions(bytes, Optional.empty(), 0, NOW))
                        .isEqualTo(list))
                + survives(() -> reader.header(bytes))
                + survives(() -> Delegation.decode(bytes))
                + survives(() -> entry(Entry.decode(bytes)));
    }

    /** A hub that signs nonsense must not harm anybody either. */
    private void entry(Entry entry) throws DirectoryRefusedException {
        Directory signed = network.signer(1).directory(9, NOW, NOW.plus(SampleNetwork.LIFE), List.of(entry));
        assertThat(reader.received(signed.document(), Optional.empty(), NOW).document())
                .isEqualTo(signed.document());
        for (MemberEntry member : signed.members()) {
            member.current().identity(network.engine(), member.wwwroot());
        }
    }

    private static int survives(Stage stage) {
        try {
            stage.run();
            return 1;
        } catch (DirectoryRefusedException refused) {
            assertThat(refused.sentence()).isNotEmpty();
            return 0;
        }
    }

    /** One reader. */
    private interface Stage {
        void run() throws DirectoryRefusedException;
    }
}
