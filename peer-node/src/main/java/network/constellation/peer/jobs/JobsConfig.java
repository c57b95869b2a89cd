package network.constellation.peer.jobs;

import java.time.Duration;

/**
 * Durable work ({@code jobs.}).
 *
 * @param threads how many steps run at once in this process
 * @param poll how often the table is looked at for what became due; new work starts at once in any case
 * @param keep how long ended jobs stay visible
 * @param heartbeat how often a replica says that it is alive; after four missed ones others take its work over
 */
public record JobsConfig(int threads, Duration poll, Duration keep, Duration heartbeat) {
    public JobsConfig {
        if (threads < 1 || threads > 200) {
            throw new IllegalArgumentException("jobs.threads must be from 1 to 200.");
        }
        if (poll.toMillis() < 50) {
            throw new IllegalArgumentException("jobs.poll must be at least 50ms.");
        }
    }

    public static JobsConfig defaults() {
        return new JobsConfig(10, Duration.ofSeconds(1), Duration.ofDays(30), Duration.ofSeconds(5));
    }
}
