package network.constellation.peer.tenant;

import java.time.Duration;

/**
 * Tenants that nobody uses ({@code idle.}).
 *
 * @param closeAfter how long a tenant that nobody uses stays open
 */
public record TenantConfig(Duration closeAfter) {
    public static TenantConfig defaults() {
        return new TenantConfig(Duration.ofMinutes(15));
    }
}
