package network.constellation.hub.orders;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation at some sites.
 *
 * @param number from 1
 * @param command such as {@code config-set}
 * @param targets how the sites were chosen, as typed
 * @param nonce 32 hex digits, so that no other order ever has its call ids
 * @param error why planning failed as a whole; null when it did not
 * @param job the durable job at work for it, or that was last
 */
public record Order(
        int number,
        String command,
        Map<String, String> parameters,
        List<String> targets,
        OrderState state,
        String nonce,
        @Nullable String error,
        @Nullable String job,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {
    public Order {
        targets = List.copyOf(targets);
    }

    /** Not stored yet. */
    static Order draft(
            String command,
            Map<String, String> parameters,
            List<String> targets,
            String nonce,
            String actor,
            Instant now) {
        return new Order(0, command, parameters, targets, OrderState.PLANNING, nonce, null, null, actor, now, now);
    }

    static String nonce(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
