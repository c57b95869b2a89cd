package network.constellation.peer.reporting;

/**
 * What of this site's figures goes out: section {@code reporting} of the configuration.
 *
 * @param smallestCell a count behind which there are fewer different people is withheld; 0 withholds nothing. A small
 *     school sets 5
 */
public record ReportingConfig(long smallestCell) {
    public ReportingConfig {
        if (smallestCell < 0 || smallestCell > 1_000) {
            throw new IllegalArgumentException("reporting.smallest-cell must be between 0 and 1000.");
        }
    }

    static ReportingConfig defaults() {
        return new ReportingConfig(0);
    }
}
