package network.constellation.protocol.directory;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/**
 * A sub-network; its members say themselves that they are in it.
 *
 * @param number from 1
 * @param matrix of services between its members
 * @param more what later versions add, by name
 */
public record SubNetworkEntry(int number, String name, ServiceMatrix matrix, SortedMap<String, String> more) {
    /** The kind of its entry. */
    public static final String KIND = "subnetwork";

    private static final String FORM = "constellation:directory-subnetwork:1";

    public SubNetworkEntry {
        more = Collections.unmodifiableSortedMap(new TreeMap<>(more));
    }

    public SubNetworkEntry(int number, String name, ServiceMatrix matrix) {
        this(number, name, matrix, new TreeMap<>());
    }

    public Entry entry() {
        FieldWriter out = new FieldWriter(FORM).add(number).add(name);
        Fields.texts(out, matrix.publish());
        Fields.texts(out, matrix.subscribe());
        Fields.map(out, more);
        return Entry.of(KIND, Integer.toString(number), out.bytes());
    }

    /** @throws IllegalArgumentException when it is no entry of a sub-network */
    static SubNetworkEntry of(Entry entry) {
        FieldReader in = new FieldReader(entry.body(), FORM);
        SubNetworkEntry subnetwork = new SubNetworkEntry(
                in.number(Integer.MAX_VALUE), Fields.text(in), NetworkEntry.matrix(in), Fields.map(in));
        in.end();
        if (!entry.key().equals(Integer.toString(subnetwork.number))) {
            throw new MalformedFieldsException("has a sub-network under another number");
        }
        return subnetwork;
    }
}
