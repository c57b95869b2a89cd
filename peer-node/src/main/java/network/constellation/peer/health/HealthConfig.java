package network.constellation.peer.health;

/** {@code health.}: whether {@code /metrics} is shown to others than this machine. */
public record HealthConfig(boolean publicMetrics) {
    public static HealthConfig defaults() {
        return new HealthConfig(false);
    }
}
