package network.constellation.protocol.envelope;

import java.util.OptionalLong;
import network.constellation.keys.suite.Suite;

/**
 * A signed envelope as it arrived (mnet-wire.md 3), untrusted until verified.
 *
 * @param suite by the algorithm of the signature
 * @param payload the exact bytes of the XML-RPC document
 * @param digest text of the digest, as sent
 * @param signature decoded; empty when the value was empty or no base64, which counts as unsigned only when
 *     {@code signaturePresent} is false
 * @param signaturePresent whether a signature value with any text was there
 * @param wwwroot raw text of the inner wwwroot, in legacy outside the signature
 * @param timestamp raw text, unix seconds, in legacy outside the signature; may be empty
 * @param header modern: the encoded signed header; empty in legacy
 */
public record SignedPart(
        Suite suite,
        byte[] payload,
        String digest,
        byte[] signature,
        boolean signaturePresent,
        String wwwroot,
        String timestamp,
        byte[] header) {

    /** The timestamp in seconds, empty when there is none or it is no number. */
    public OptionalLong seconds() {
        if (timestamp.isEmpty() || timestamp.length() > 18) {
            return OptionalLong.empty();
        }
        long seconds = 0;
        for (int i = 0; i < timestamp.length(); i++) {
            char digit = timestamp.charAt(i);
            if (digit < '0' || digit > '9') {
                return OptionalLong.empty();
            }
            seconds = seconds * 10 + (digit - '0');
        }
        return OptionalLong.of(seconds);
    }
}
