package network.constellation.protocol.method.transfer;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import network.constellation.keys.provider.Digests;

/**
 * The HTTP request for one range of a content: {@code GET <wwwroot>/constellation/content/<ticket id>} with the headers
 * {@code Range} and {@value #PROOF_HEADER}. The secret itself never crosses; what an eavesdropper can repeat is the range
 * that was already sent to him, until the ticket expires.
 */
public final class ContentRequest {
    public static final String PATH = "/constellation/content/";
    public static final String PROOF_HEADER = "Constellation-Proof";

    private ContentRequest() {}

    /** The value of the header {@code Range} for bytes {@code first} to {@code last}, both included. */
    public static String range(long first, long last) {
        return "bytes=" + first + "-" + last;
    }

    /** HMAC-SHA256 with the ticket's secret over its name and the range, in hex. */
    public static String proof(String id, byte[] secret, String range) {
        byte[] said = ("constellation content 1\n" + id + "\n" + range + "\n").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Digests.hmacSha256(secret, said));
    }
}
