package network.constellation.peer.transfer;

import java.time.Duration;

/**
 * A tenant's rules for transfers: section {@code transfer} of the configuration.
 *
 * @param largest the largest content that is fetched, in bytes
 * @param spare bytes of the disk that a transfer leaves free
 * @param ticketLife how long a ticket is good; the receiver asks for another when it needs longer
 * @param keepPartial how long what was fetched of a content waits for the rest
 */
public record TransferConfig(long largest, long spare, Duration ticketLife, Duration keepPartial) {
    public TransferConfig {
        if (largest < 1 || spare < 0) {
            throw new IllegalArgumentException("transfer.largest and transfer.spare are sizes in bytes.");
        }
        if (ticketLife.compareTo(Duration.ofSeconds(5)) < 0 || ticketLife.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("transfer.ticket-life must be between 5s and 1d.");
        }
        if (keepPartial.isNegative()) {
            throw new IllegalArgumentException("transfer.keep-partial must not be negative.");
        }
    }

    static TransferConfig defaults() {
        return new TransferConfig(8L << 30, 512L << 20, Duration.ofMinutes(10), Duration.ofDays(14));
    }
}
