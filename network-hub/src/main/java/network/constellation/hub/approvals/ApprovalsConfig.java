package network.constellation.hub.approvals;

import java.time.Duration;

/**
 * {@code approvals.}
 *
 * @param singleAdministrator what a network does that has one administrator: {@code until-second} lets one person act until
 *     there is a second administrator for the first time, {@code allowed} also later, {@code never} not at all
 * @param expire how long a request waits for its second person
 */
public record ApprovalsConfig(SingleRule singleAdministrator, Duration expire) {

    /** Whether one administrator alone suffices where there is no other. */
    public enum SingleRule {
        UNTIL_SECOND,
        ALLOWED,
        NEVER
    }

    public ApprovalsConfig {
        if (expire.compareTo(Duration.ofMinutes(1)) < 0 || expire.compareTo(Duration.ofDays(31)) > 0) {
            throw new IllegalArgumentException("approvals.expire must be from 1 minute to 31 days.");
        }
    }

    public static ApprovalsConfig defaults() {
        return new ApprovalsConfig(SingleRule.UNTIL_SECOND, Duration.ofDays(3));
    }
}
