package network.constellation.protocol.method.roaming;

/**
 * The answer of {@code keepalive_server} and {@code refresh_log} (mnet-wire.md 11.1).
 *
 * @param code 0 when all went well, 1 when the message lists failures
 * @param lastLogId of no meaning any more; {@code 0}
 */
public record KeepaliveResult(int code, String message, String lastLogId) {
    public static KeepaliveResult allOk() {
        return new KeepaliveResult(0, "All ok", "0");
    }
}
