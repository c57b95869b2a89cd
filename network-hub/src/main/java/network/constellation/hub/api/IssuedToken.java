package network.constellation.hub.api;

/**
 * A token that was just made.
 *
 * @param secret the whole text that programs send; shown once, stored nowhere
 */
public record IssuedToken(ApiToken token, String secret) {}
