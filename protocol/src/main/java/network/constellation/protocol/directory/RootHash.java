package network.constellation.protocol.directory;

import java.util.Arrays;
import java.util.Collection;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.FieldWriter;

/** One hash for all entries: SHA-256 over their sorted hashes, so that a receiver can merge changes and check the whole. */
final class RootHash {
    private static final String FORM = "constellation:directory-root:1";

    private RootHash() {}

    static byte[] of(Collection<Entry> entries) {
        return Digests.sha256(new FieldWriter(FORM)
                .addAll(entries.stream()
                        .map(Entry::hashShared)
                        .sorted(Arrays::compareUnsigned)
                        .toList())
                .bytes());
    }

    static boolean fits(DirectoryHeader header, Collection<Entry> entries) {
        return Digests.equal(header.rootHash(), of(entries));
    }
}
