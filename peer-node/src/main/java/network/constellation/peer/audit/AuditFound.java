package network.constellation.peer.audit;

import java.util.List;

/** One page of what a search found, newest first. @param total how many lines fit in all */
public record AuditFound(List<AuditLine> lines, int total) {
    public AuditFound {
        lines = List.copyOf(lines);
    }
}
