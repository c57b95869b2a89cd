package network.constellation.protocol.directory;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.protocol.limits.DirectoryLimits;

/**
 * What changed since a version, under the header of the newest; without changes it is the same version signed again. The
 * signature of the header covers the result: a wrong delta makes a wrong root hash.
 *
 * @param base the version to which it belongs
 * @param header {@link SignedHeader#encoded()}
 * @param changed {@link Entry#bytes()}
 * @param removed {@link Entry#id()}
 */
public record DirectoryDelta(DirectoryVersion base, byte[] header, List<byte[]> changed, List<String> removed) {
    private static final String FORM = "constellation:directory-delta:1";

    public DirectoryDelta {
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    public static DirectoryDelta of(
            DirectoryVersion base, SignedHeader header, Collection<Entry> changed, Collection<String> removed) {
        return new DirectoryDelta(
                base,
                header.encoded(),
                changed.stream().map(Entry::bytes).toList(),
                List.copyOf(new TreeSet<>(removed)));
    }

    public byte[] encoded() {
        return Packed.pack(new FieldWriter(FORM)
                .add(base.term())
                .add(base.sequence())
                .add(header)
                .addAll(changed)
                .addAll(removed.stream()
                        .map(id -> id.getBytes(StandardCharsets.UTF_8))
                        .toList())
                .bytes());
    }

    static DirectoryDelta decode(byte[] encoded) throws DirectoryRefusedException {
        try {
            FieldReader in = new FieldReader(Packed.unpack(encoded), FORM);
            DirectoryDelta delta = new DirectoryDelta(
                    new DirectoryVersion(in.number(Integer.MAX_VALUE), in.number()),
                    in.bytes(),
                    in.all(DirectoryLimits.ENTRIES),
                    in.all(DirectoryLimits.ENTRIES).stream()
                            .map(id -> new String(id, StandardCharsets.UTF_8))
                            .toList());
            in.end();
            return delta;
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("The delta", malformed);
        }
    }
}
