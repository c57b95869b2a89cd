package network.constellation.peer.directory;

import java.util.List;

/** Names of the lines that this room writes into the audit. */
final class DirectoryEvents {
    static final String PINNED = "directory.root-pinned";
    static final String CHANGED = "directory.changed";
    static final String REFUSED = "directory.refused";
    static final String AGEING = "directory.ageing";
    static final String EXPIRED = "directory.expired";
    static final String RENEWED = "directory.renewed";
    static final String CUT_OFF = "directory.suspensions-changed";

    static final List<String> ALL = List.of(PINNED, CHANGED, REFUSED, AGEING, EXPIRED, RENEWED, CUT_OFF);

    private DirectoryEvents() {}
}
