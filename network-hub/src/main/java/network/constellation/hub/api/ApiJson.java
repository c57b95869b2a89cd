package network.constellation.hub.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** JSON of requests and answers: strict about what it reads, and every mistake is one sentence. */
@Singleton
final class ApiJson {
    private final ObjectMapper mapper;

    ApiJson() {
        mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .addModule(texts())
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(20).build());
        for (Class<?> type : List.of(List.class, Map.class)) {
            mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
    }

    ObjectMapper mapper() {
        return mapper;
    }

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    byte[] bytes(Object document) {
        try {
            return mapper.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The answer cannot be written", impossible);
        }
    }

    /** @throws ApiException when it is no JSON object */
    ObjectNode parse(byte[] body) {
        try {
            JsonNode node = body.length == 0 ? object() : mapper.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException malformed) {
            throw ApiException.badInput("The body is not JSON: " + firstLine(malformed.getMessage()));
        }
        throw ApiException.badInput("The body must be one JSON object.");
    }

    /** @throws ApiException when something is missing, unknown or of another type */
    <Q extends Record> Q bind(ObjectNode given, Class<Q> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (isRequired(component) && !given.hasNonNull(component.getName())) {
                throw ApiException.badInput("\"" + component.getName() + "\" is missing" + meaning(component) + ".");
            }
        }
        try {
            return mapper.treeToValue(given, type);
        } catch (JsonMappingException wrong) {
            String field = wrong.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .reduce((one, other) -> one + "." + other)
                    .orElse("");
            throw ApiException.badInput((field.isEmpty() ? "" : "\"" + field + "\": ") + sentence(wrong, type));
        } catch (JsonProcessingException wrong) {
            throw ApiException.badInput(firstLine(wrong.getOriginalMessage()));
        }
    }

    /** A list, a map, a truth value and what is marked nullable may be left out. */
    static boolean isRequired(RecordComponent component) {
        Class<?> type = component.getType();
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && type != boolean.class
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type);
    }

    static String meaning(RecordComponent component) {
        ApiText text = component.getAnnotation(ApiText.class);
        return text == null ? "" : " (" + text.value() + ")";
    }

    private static String sentence(JsonMappingException wrong, Class<?> type) {
        Throwable cause = wrong.getCause();
        if (cause instanceof IllegalArgumentException) {
            return firstLine(cause.getMessage());
        }
        if (wrong instanceof com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException) {
            List<String> known = java.util.Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            return "nobody asks for this" + (known.isEmpty() ? "." : "; there are " + String.join(", ", known) + ".");
        }
        return firstLine(wrong.getOriginalMessage());
    }

    private static String firstLine(@Nullable String text) {
        String line = text == null ? "" : text.lines().findFirst().orElse("");
        // What a library says may name our classes, which is nobody's business.
        return line.replaceAll("`?(network|java|com)\\.[\\w.$]+`?", "value");
    }

    private static SimpleModule texts() {
        SimpleModule module = new SimpleModule();
        asText(module, Instant.class, Instant::parse);
        asText(module, LocalDate.class, LocalDate::parse);
        asText(module, Wwwroot.class, Wwwroot::normalized);
        asText(module, UUID.class, UUID::fromString);
        return module;
    }

    private static <T> void asText(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new JsonSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(value.toString());
            }
        });
        module.addDeserializer(type, new JsonDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                String text = json.getValueAsString("");
                try {
                    return parse.apply(text);
                } catch (DateTimeParseException wrong) {
                    throw JsonMappingException.from(
                            json, "\"" + text + "\" is no time; write it as " + example(type) + ".");
                } catch (IllegalArgumentException wrong) {
                    throw JsonMappingException.from(json, String.valueOf(wrong.getMessage()));
                }
            }
        });
    }

    private static String example(Class<?> type) {
        return type == LocalDate.class ? "2026-11-21" : "2026-11-21T08:00:00Z";
    }
}
