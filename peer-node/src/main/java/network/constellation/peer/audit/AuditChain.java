package network.constellation.peer.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import network.constellation.keys.provider.Digests;
import org.jspecify.annotations.Nullable;

/** The hash of a line: over the hash before it and every field, each with its length, so that none can flow into another. */
final class AuditChain {
    private static final String PREFIX = "constellation audit line 1";

    private final JsonMapper json = new JsonMapper();

    String hash(String previous, long sequence, Instant at, AuditEvent event, String details) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            field(out, PREFIX);
            field(out, previous);
            out.writeLong(sequence);
            out.writeLong(at.toEpochMilli());
            field(out, event.name());
            field(out, event.actor());
            field(out, event.peer());
            field(out, event.outcome().name());
            field(out, event.traceId());
            field(out, details);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HexFormat.of().formatHex(Digests.sha256(bytes.toByteArray()));
    }

    String details(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("details that cannot be written", impossible);
        }
    }

    Map<String, String> details(String stored) {
        try {
            return json.readValue(stored, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException damaged) {
            return Map.of("damaged", stored);
        }
    }

    private static void field(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
