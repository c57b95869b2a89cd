package network.constellation.hub.api;

/**
 * {@code api.}
 *
 * @param perMinute calls that one token may make in a minute
 * @param refusalsPerMinute calls without a good token that one address may make in a minute
 */
public record ApiConfig(int perMinute, int refusalsPerMinute) {
    public ApiConfig {
        if (perMinute < 1 || refusalsPerMinute < 1) {
            throw new IllegalArgumentException("api.per-minute and api.refusals-per-minute must be 1 or more.");
        }
    }

    public static ApiConfig defaults() {
        return new ApiConfig(600, 20);
    }
}
