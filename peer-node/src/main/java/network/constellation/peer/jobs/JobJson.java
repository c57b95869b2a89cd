package network.constellation.peer.jobs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import network.constellation.keys.address.Wwwroot;

/** States of jobs as JSON. Unknown members are ignored, so that a newer release can read what an older one stored. */
@Singleton
final class JobJson {
    private final ObjectMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(texts())
            .build();

    <S> String write(JobKind<S> kind, S state) {
        try {
            return mapper.writeValueAsString(state);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalArgumentException("The state of " + kind.name() + " cannot be stored", notWritable);
        }
    }

    <S> S read(JobKind<S> kind, String json) {
        try {
            return mapper.readValue(json, kind.stateType());
        } catch (JsonProcessingException notReadable) {
            throw new IllegalStateException("The stored state of " + kind.name() + " cannot be read", notReadable);
        }
    }

    private static SimpleModule texts() {
        SimpleModule module = new SimpleModule();
        asText(module, Instant.class, Instant::parse);
        asText(module, Duration.class, Duration::parse);
        asText(module, Wwwroot.class, Wwwroot::of);
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
                return parse.apply(json.getValueAsString());
            }
        });
    }
}
