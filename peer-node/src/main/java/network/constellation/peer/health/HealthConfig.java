package network.constellation.peer.health;

/**
 * What the node tells of itself ({@code health.}).
 *
 * @param publicMetrics whether {@code /metrics} is shown to others than this machine
 */
public record HealthConfig(boolean publicMetrics) {
    public static HealthConfig defaults() {
        return new HealthConfig(false);
    }
}
