package network.constellation.peer.web.session;

/**
 * A new session with the only copy of its secret, on its way to the browser.
 *
 * @param secret what the cookie holds: 256 random bits
 */
public record StartedSession(Session session, String secret) {

    @Override
    public String toString() {
        return "StartedSession[" + session.id() + "]";
    }
}
