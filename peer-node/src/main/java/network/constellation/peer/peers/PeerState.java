package network.constellation.peer.peers;

import java.util.Locale;

/** Where a site stands with us. Only {@link #APPROVED} peers are served and called. */
public enum PeerState {
    /** Offered its keys, nobody has decided. */
    PENDING,
    APPROVED,
    /** Offered its keys, an administrator said no; the entry stays so that the offer is not asked about again. */
    REFUSED,
    /** Known and not served for the time being. */
    SUSPENDED,
    /** Removed; kept so that its users and key history stay attributable. */
    DELETED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PeerState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
