package network.constellation.protocol.directory;

import java.util.Collections;
import java.util.HashSet;
import java.util.SortedMap;
import java.util.TreeMap;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/**
 * What holds for the whole network; one per directory.
 *
 * @param name for people
 * @param matrix of services between the hub and each member
 * @param settings the network's policies, by name
 */
public record NetworkEntry(String name, ServiceMatrix matrix, SortedMap<String, String> settings) {
    /** The kind of its entry. */
    public static final String KIND = "network";

    private static final String FORM = "constellation:directory-network:1";
    private static final String KEY = "main";

    public NetworkEntry {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    public Entry entry() {
        FieldWriter out = new FieldWriter(FORM).add(name);
        Fields.texts(out, matrix.publish());
        Fields.texts(out, matrix.subscribe());
        Fields.map(out, settings);
        return Entry.of(KIND, KEY, out.bytes());
    }

    /** @throws IllegalArgumentException when it is not the entry of the network */
    static NetworkEntry of(Entry entry) {
        FieldReader in = new FieldReader(entry.body(), FORM);
        NetworkEntry network = new NetworkEntry(Fields.text(in), matrix(in), Fields.map(in));
        in.end();
        return network;
    }

    static ServiceMatrix matrix(FieldReader in) {
        return new ServiceMatrix(new HashSet<>(Fields.texts(in)), new HashSet<>(Fields.texts(in)));
    }
}
