package network.constellation.peer.jobs;

import java.time.Instant;
import java.util.UUID;

/** What a step knows about its job and can say about its progress. */
public interface JobContext {
    UUID jobId();

    /** When this run of the step began, by the node's clock. */
    Instant now();

    /** Counts from 1; above 1 the step has failed or been cut off before. */
    int attempt();

    /** Percent of the whole job, and a few words; seen in pages, command line and metrics at once. */
    void progress(int percent, String note);

    /** @throws JobCancelled when somebody asked for the job to end; long steps call this between their pieces */
    void checkCancelled();
}
