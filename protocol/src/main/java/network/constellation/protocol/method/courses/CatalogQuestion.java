package network.constellation.protocol.method.courses;

import java.util.List;

/**
 * Which part of a catalog is wanted.
 *
 * @param search words that title, summary or outline must hold; empty for all
 * @param limit at most {@link #MOST}
 */
public record CatalogQuestion(String search, long offset, long limit) {
    public static final int MOST = 100;

    /** @param total how many there are in all */
    public record Page(long total, List<CatalogEntry> entries) {
        public Page {
            entries = List.copyOf(entries);
        }
    }
}
