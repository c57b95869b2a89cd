package network.constellation.hub.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the hub keeps it: without its token.
 *
 * @param label whom it is for, in the inviter's words
 * @param subnetwork number of the sub-network that the invited site joins; null: none
 * @param usedBy wwwroot of the site that used it; null: still open
 */
public record InvitationRecord(
        String label,
        @Nullable Integer subnetwork,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String usedBy,
        @Nullable String usedFingerprint) {}
