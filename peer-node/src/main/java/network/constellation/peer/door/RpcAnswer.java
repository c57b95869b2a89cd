package network.constellation.peer.door;

/**
 * What goes back.
 *
 * @param status HTTP status, nearly always 200: MNet faults are bodies
 * @param contentType such as {@code text/xml; charset=utf-8}
 * @param body the raw bytes
 * @param verified whether the sender proved to be a known peer; its address then no longer shares the strangers' pool
 */
public record RpcAnswer(int status, String contentType, byte[] body, boolean verified) {
    public static RpcAnswer xml(byte[] body, boolean verified) {
        return new RpcAnswer(200, "text/xml; charset=utf-8", body, verified);
    }
}
