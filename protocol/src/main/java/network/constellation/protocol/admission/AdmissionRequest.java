package network.constellation.protocol.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.SignaturePrefix;

/**
 * What an invited site asks of the hub, signed with the site's own Ed25519 key (docs/protocol/bootstrap.md): the
 * signature ties the token to these keys and to this hub, so that neither can be exchanged on the way.
 *
 * @param token of the invitation, {@value Invitation#TOKEN_BYTES} bytes
 * @param identity of the site, verified
 * @param issued seconds precision
 */
public record AdmissionRequest(
        byte[] token,
        PublicIdentity identity,
        String name,
        String application,
        Wwwroot hub,
        String network,
        Instant issued) {

    /** How old a request may be. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int MAX_LENGTH = 64 * 1024;

    public AdmissionRequest {
        token = token.clone();
    }

    @Override
    public byte[] token() {
        return token.clone();
    }

    /** The signed text to send. */
    public static String sign(CryptoEngine engine, SiteKeys keys, Invitation invitation, String name, Instant now) {
        ObjectNode body = new ObjectMapper()
                .createObjectNode()
                .put("token", encode(invitation.token()))
                .put("wwwroot", keys.wwwroot().value())
                .put("name", name)
                .put("application", "constellation")
                .put("hub", invitation.hub().value())
                .put("network", invitation.network())
                .put("bundle", keys.publicIdentity(engine).bundle())
                .put("issued", now.getEpochSecond());
        byte[] json = body.toString().getBytes(StandardCharsets.UTF_8);
        return encode(json) + "." + encode(engine.ed25519().sign(keys.ed25519(), signed(json)));
    }

    /**
     * Reads a request that came to {@code hub}, and verifies all that needs no table.
     *
     * @throws AdmissionRefusedException when it is malformed, not signed by its own keys, or meant for another hub
     */
    public static AdmissionRequest open(CryptoEngine engine, String text, Wwwroot hub, String network, Instant now)
            throws AdmissionRefusedException {
        int dot = text.indexOf('.');
        if (dot < 0 || text.length() > MAX_LENGTH) {
            throw new AdmissionRefusedException("malformed", "The request has not two parts.");
        }
        byte[] json = decode(text.substring(0, dot));
        byte[] signature = decode(text.substring(dot + 1));
        AdmissionRequest request = read(engine, json);
        boolean own = request.identity()
                .modern()
                .map(keys -> engine.ed25519().verify(keys.ed25519(), signed(json), signature))
                .orElse(false);
        if (!own) {
            throw new AdmissionRefusedException("bad-signature", "The request is not signed by the keys it bears.");
        }
        if (!request.hub().equals(hub)) {
            throw new AdmissionRefusedException("wrong-hub", "The request is meant for " + request.hub() + ".");
        }
        if (!request.network().equals(network)) {
            throw new AdmissionRefusedException("wrong-network", "The request is meant for another network.");
        }
        if (Duration.between(request.issued(), now).abs().compareTo(LIFE) > 0) {
            throw new AdmissionRefusedException(
                    "stale", "The request was made at " + request.issued() + ", and it is " + now + " here.");
        }
        return request;
    }

    private static AdmissionRequest read(CryptoEngine engine, byte[] json) throws AdmissionRefusedException {
        try {
            JsonNode body = new ObjectMapper().readTree(json);
            Wwwroot wwwroot = Wwwroot.of(text(body, "wwwroot"));
            return new AdmissionRequest(
                    decode(text(body, "token")),
                    PublicIdentity.parseBundle(engine, wwwroot, text(body, "bundle")),
                    text(body, "name"),
                    text(body, "application"),
                    Wwwroot.of(text(body, "hub")),
                    text(body, "network"),
                    Instant.ofEpochSecond(body.path("issued").asLong()));
        } catch (IOException | InvalidAddressException | java.time.DateTimeException malformed) {
            throw new AdmissionRefusedException("malformed", "The request cannot be read.");
        } catch (CertificateRefusedException | IdentityRefusedException refused) {
            throw new AdmissionRefusedException("malformed", "Its keys are refused: " + refused.getMessage());
        }
    }

    private static byte[] signed(byte[] json) {
        return new FieldWriter(SignaturePrefix.ADMISSION.text()).add(json).bytes();
    }

    private static String text(JsonNode body, String member) throws AdmissionRefusedException {
        JsonNode value = body.path(member);
        if (!value.isTextual()) {
            throw new AdmissionRefusedException("malformed", "The request lacks \"" + member + "\".");
        }
        return value.asText();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) throws AdmissionRefusedException {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new AdmissionRefusedException("malformed", "The request is not base64url.");
        }
    }
}
