package network.constellation.peer.web;

import java.time.Duration;

/**
 * A small value the browser keeps for this tenant.
 *
 * @param name letters; the tenant's prefix is added
 * @param value any text; it is encoded
 * @param life zero: until the browser closes; negative: delete now
 */
public record WebCookie(String name, String value, Duration life) {

    public static WebCookie forgetting(String name) {
        return new WebCookie(name, "", Duration.ofSeconds(-1));
    }
}
