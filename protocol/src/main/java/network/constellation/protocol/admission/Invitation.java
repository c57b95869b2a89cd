package network.constellation.protocol.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;

/**
 * The one line that a hub hands to a new site: where the hub is, how to recognise it, and a one-time token
 * (docs/protocol/bootstrap.md). The token is a secret; {@link #toString} leaves it out.
 *
 * @param hub wwwroot of the hub
 * @param fingerprint SHA-256 fingerprint of the hub's whole identity, 64 lower-case hex digits
 * @param network id of the network, 32 lower-case hex digits
 * @param token 32 random bytes
 * @param expires when the hub stops honouring it, seconds precision
 */
public record Invitation(Wwwroot hub, String fingerprint, String network, byte[] token, Instant expires) {
    /** Length of a token in bytes. */
    public static final int TOKEN_BYTES = 32;

    private static final String PREFIX = "constellation-invite:1.";
    private static final int CHECK_BYTES = 4;
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NETWORK = Pattern.compile("[0-9a-f]{32}");

    public Invitation {
        token = token.clone();
        require(FINGERPRINT.matcher(fingerprint).matches(), "Its fingerprint is not 64 hex digits.");
        require(NETWORK.matcher(network).matches(), "Its network id is not 32 hex digits.");
        require(token.length == TOKEN_BYTES, "Its token is not " + TOKEN_BYTES + " bytes long.");
    }

    @Override
    public byte[] token() {
        return token.clone();
    }

    /** The line to hand over; holds the secret token. */
    public String line() {
        ObjectNode body = new ObjectMapper()
                .createObjectNode()
                .put("hub", hub.value())
                .put("fingerprint", fingerprint)
                .put("network", network)
                .put("token", encode(token))
                .put("expires", expires.getEpochSecond());
        try {
            byte[] json = new ObjectMapper().writeValueAsBytes(body);
            return PREFIX + encode(json) + "." + encode(check(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads a pasted line; blanks and line breaks that a mail program added are dropped.
     *
     * @throws InvalidInvitationException when it is not a whole invitation
     */
    public static Invitation parse(String pasted) {
        String line = pasted.replaceAll("\\s+", "");
        require(line.length() <= MAX_LENGTH, "It is too long to be an invitation.");
        require(
                line.startsWith(PREFIX),
                "An invitation begins with \"" + PREFIX + "\": copy the whole line that the hub printed.");
        String[] parts = line.substring(PREFIX.length()).split("\\.", -1);
        require(parts.length == 2, "The invitation is cut: copy the whole line that the hub printed.");
        byte[] json = decode(parts[0]);
        require(
                Arrays.equals(check(json), decode(parts[1])),
                "The invitation was damaged in copying: copy the whole line that the hub printed.");
        try {
            JsonNode body = new ObjectMapper().readTree(json);
            return new Invitation(
                    Wwwroot.of(text(body, "hub")),
                    text(body, "fingerprint"),
                    text(body, "network"),
                    decode(text(body, "token")),
                    Instant.ofEpochSecond(body.path("expires").asLong()));
        } catch (IOException malformed) {
            throw new InvalidInvitationException("The invitation's content cannot be read.");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Invitation that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    @Override
    public String toString() {
        return "invitation to " + network + " by " + hub + ", until " + expires;
    }

    private static String text(JsonNode body, String member) {
        JsonNode value = body.path(member);
        require(value.isTextual(), "The invitation lacks \"" + member + "\".");
        return value.asText();
    }

    private static byte[] check(byte[] json) {
        return Arrays.copyOf(Digests.sha256(json), CHECK_BYTES);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidInvitationException(
                    "The invitation was damaged in copying: copy the whole line that the hub printed.");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidInvitationException(otherwise);
        }
    }
}
