package network.constellation.hub.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every call of a program, in one order: token, rate, scope, body, rules, answer. Whatever goes wrong is a problem document
 * (RFC 9457) with {@code error}, a word for programs, and {@code message}, a sentence for people.
 */
@Singleton
final class ApiDoor {
    private static final Logger LOG = LoggerFactory.getLogger(ApiDoor.class);
    private static final int LONGEST_BODY = 256 * 1024;
    private static final String BEARER = "bearer ";

    private final ApiTokens tokens;
    private final ApiBrake brake;
    private final Operations operations;
    private final ApiJson json;
    private final Audit audit;

    @Inject
    ApiDoor(ApiTokens tokens, ApiBrake brake, Operations operations, ApiJson json, Audit audit) {
        this.tokens = tokens;
        this.brake = brake;
        this.operations = operations;
        this.json = json;
        this.audit = audit;
    }

    <Q extends Record, A extends Record> WebResponse answer(
            ApiOperation<Q, A> operation, WebRequest request, InputStream body) throws IOException {
        try {
            ApiToken token = admitted(operation, request);
            Q asked = json.bind(given(operation, request, body), operation.request());
            A answer =
                    operation.handler().answer(asked, new ApiCall(token.actor(), Optional.ofNullable(token.ownerId())));
            return WebResponse.bytes("application/json", json.bytes(answer)).withHeader("Cache-Control", "no-store");
        } catch (ApiException refused) {
            return problem(request, refused.status(), refused.code(), String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException wrong) {
            return problem(request, 400, "bad-input", String.valueOf(wrong.getMessage()));
        } catch (RuntimeException thrown) {
            return explained(operation, request, thrown);
        }
    }

    private WebResponse explained(ApiOperation<?, ?> operation, WebRequest request, RuntimeException thrown) {
        Operations.@Nullable Refusal known = operations.refusals().get(thrown.getClass());
        if (known != null) {
            return problem(request, known.status(), known.code(), String.valueOf(thrown.getMessage()));
        }
        LOG.error("Operation {} failed, reference {}", operation.id(), request.reference(), thrown);
        return problem(
                request,
                500,
                "failed",
                "It failed inside. The log of the hub says why under " + request.reference() + ".");
    }

    private ApiToken admitted(ApiOperation<?, ?> operation, WebRequest request) {
        String header = request.header("authorization");
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        if (!bearer) {
            throw ApiException.of(
                    401,
                    "no-token",
                    "Send a token: Authorization: Bearer chub_...; administrators make them at /hub/tokens.");
        }
        ApiToken token = tokens.find(header.substring(BEARER.length()).strip()).orElse(null);
        if (token == null) {
            if (!brake.mayBeRefused(request.remoteAddress())) {
                throw ApiException.of(
                        429, "too-many-refusals", "Too many calls with a bad token came from this address.");
            }
            audit.countStranger("api.stranger-refused", "bad token", request.remoteAddress());
            throw ApiException.of(401, "bad-token", "This token is unknown, expired or revoked.");
        }
        if (!brake.admits(token)) {
            throw ApiException.of(429, "too-many-calls", "This token has made its calls of this minute.");
        }
        tokens.used(token);
        if (!token.scopes().contains(operation.scope())) {
            audit.recordSoon(AuditEvent.refused("api.refused", token.actor(), "scope")
                    .with("operation", operation.id())
                    .with("scope", operation.scope().label())
                    .trace(request.reference()));
            throw ApiException.of(
                    403,
                    "scope-missing",
                    "This asks for a token that is good for "
                            + operation.scope().label() + ".");
        }
        return token;
    }

    /** What was asked, from path, query or body, under the names of the request's components. */
    private ObjectNode given(ApiOperation<?, ?> operation, WebRequest request, InputStream body) throws IOException {
        ObjectNode given = json.object();
        if (operation.hasBody()) {
            given = json.parse(limited(request, body));
        } else {
            Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
            for (RecordComponent component : operation.request().getRecordComponents()) {
                String value = parameters.remove(component.getName());
                if (value != null && !value.isEmpty()) {
                    put(given, component, value);
                }
            }
            if (!parameters.isEmpty()) {
                throw ApiException.badInput(
                        "Nobody asks for \"" + parameters.keySet().iterator().next() + "\" here.");
            }
        }
        for (String variable : operation.variables()) {
            if (given.has(variable)) {
                throw ApiException.badInput("\"" + variable + "\" stands in the path already.");
            }
            given.put(variable, request.variable(variable));
        }
        return given;
    }

    private static byte[] limited(WebRequest request, InputStream body) throws IOException {
        String type = request.header("content-type");
        byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw ApiException.of(413, "too-large", "A body has at most " + LONGEST_BODY / 1024 + " KiB.");
        }
        if (bytes.length > 0 && !type.startsWith("application/json")) {
            throw ApiException.of(415, "not-json", "Send JSON: Content-Type: application/json.");
        }
        return bytes;
    }

    private static void put(ObjectNode given, RecordComponent component, String value) {
        if (Collection.class.isAssignableFrom(component.getType())) {
            ArrayNode values = given.putArray(component.getName());
            List.of(value.split(",")).forEach(values::add);
        } else if (component.getType() == boolean.class) {
            if (!Set.of("true", "false").contains(value)) {
                throw ApiException.badInput("\"" + component.getName() + "\" is true or false.");
            }
            given.put(component.getName(), value.equals("true"));
        } else {
            given.put(component.getName(), value);
        }
    }

    private WebResponse problem(WebRequest request, int status, String code, String sentence) {
        ObjectNode document = json.object()
                .put("type", "about:blank")
                .put("status", status)
                .put("error", code)
                .put("message", sentence)
                .put("reference", request.reference());
        WebResponse response = WebResponse.bytes("application/problem+json", json.bytes(document))
                .withStatus(status)
                .withHeader("Cache-Control", "no-store");
        if (status == 401) {
            return response.withHeader("WWW-Authenticate", "Bearer");
        }
        return status == 429 ? response.withHeader("Retry-After", String.valueOf(brake.secondsLeft())) : response;
    }
}
