package network.constellation.hub.api;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param actor as it stands in the audit: {@code token NAME of USER}
 * @param account number of the account that made the token: the person who stands behind what it does
 */
public record ApiCall(String actor, Optional<Long> account) {}
