package network.constellation.peer.jobs;

import java.util.UUID;

/** What the runner needs of a stored job. */
record JobRow(
        UUID id,
        String kind,
        String tenant,
        JobView.State status,
        String step,
        String state,
        int attempt,
        boolean cancelling) {}
