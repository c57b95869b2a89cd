package network.constellation.peer.web;

/**
 * Settings of the pages ({@code web.}).
 *
 * @param timezone in which dates are shown, such as {@code Europe/Paris}
 */
public record WebConfig(String timezone) {
    public WebConfig {
        java.time.ZoneId.of(timezone);
    }

    public static WebConfig defaults() {
        return new WebConfig("UTC");
    }
}
