package network.constellation.testnetwork.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.constellation.testnetwork.TestSite;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;

/** A program that calls the hub's interface at the hub's own door. */
public final class Program {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final TestSite hub;
    private final String token;

    /** @param token empty: none is sent */
    public Program(HttpClient http, TestSite hub, String token) {
        this.http = http;
        this.hub = hub;
        this.token = token;
    }

    public static HttpClient client() {
        HttpClient client = new HttpClient();
        try {
            client.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return client;
    }

    public static void stop(HttpClient client) {
        try {
            client.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** @param type of the answer's content */
    public record Answer(int status, String type, JsonNode body, String text, ContentResponse http) {
        String error() {
            return body.path("error").asText();
        }

        String message() {
            return body.path("message").asText();
        }

        String header(String name) {
            return Objects.requireNonNullElse(http.getHeaders().get(name), "");
        }
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    private Answer send(String method, String path, String json) {
        Request request = http.newRequest(
                        URI.create("http://127.0.0.1:" + hub.node().port() + "/api/v1" + path))
                .method(method)
                .headers(headers -> headers.put("Host", hub.wwwroot().uri().getRawAuthority()))
                .timeout(30, TimeUnit.SECONDS);
        if (!token.isEmpty()) {
            request.headers(headers -> headers.put("Authorization", "Bearer " + token));
        }
        if (!json.isEmpty()) {
            request.body(new StringRequestContent("application/json", json));
        }
        try {
            ContentResponse answer = request.send();
            String type = Objects.requireNonNullElse(answer.getMediaType(), "");
            JsonNode body = type.contains("json") ? JSON.readTree(answer.getContent()) : JSON.nullNode();
            return new Answer(answer.getStatus(), type, body, answer.getContentAsString(), answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException | TimeoutException | ExecutionException failed) {
            throw new IllegalStateException("The hub did not answer " + path, failed);
        }
    }
}
