package network.constellation.hub.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a site answered. The originals' older shapes are read too: {@code errors} as one text or not at all, numbers as
 * text, the whole encoded twice (network-admin.md 3.1).
 */
public record AdminAnswer(int status, List<String> errors, JsonNode json) {
    public static final int SUCCESS = 200;
    /** Our own: no answer of that shape. */
    static final int GARBAGE = 511;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 5_000_000;
    private static final int MOST_ERRORS = 20;

    public static AdminAnswer parse(String text) {
        if (text.length() > LONGEST) {
            return garbage("Its answer is longer than " + LONGEST + " characters.");
        }
        try {
            JsonNode json = JSON.readTree(text);
            if (json.isTextual()) {
                json = JSON.readTree(json.textValue());
            }
            return json.isObject() && json.path("status").asInt(0) > 0
                    ? new AdminAnswer(json.path("status").asInt(), errors(json), json)
                    : garbage("Its answer has no status.");
        } catch (JsonProcessingException noJson) {
            return garbage("Its answer is no JSON.");
        }
    }

    private static AdminAnswer garbage(String sentence) {
        return new AdminAnswer(GARBAGE, List.of(sentence), MissingNode.getInstance());
    }

    private static List<String> errors(JsonNode json) {
        List<String> errors = new ArrayList<>();
        JsonNode told = json.path("errors");
        if (told.isTextual()) {
            errors.add(plain(told.textValue()));
        } else {
            told.forEach(error -> errors.add(plain(error.asText())));
        }
        if (errors.isEmpty() && !json.path("error").asText("").isBlank()) {
            errors.add(plain(json.path("error").asText()));
        }
        return errors.stream()
                .filter(error -> !error.isBlank())
                .limit(MOST_ERRORS)
                .toList();
    }

    /** The originals send HTML now and then. */
    private static String plain(String text) {
        return text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    JsonNode value() {
        return json.path("value");
    }

    /** @throws AdminRefused unless it is a success */
    AdminAnswer required() {
        if (status != SUCCESS) {
            throw new AdminRefused(status, errors);
        }
        return this;
    }
}
