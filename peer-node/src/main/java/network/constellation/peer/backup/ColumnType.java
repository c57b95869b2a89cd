package network.constellation.peer.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of columns that migrations may use, and how a value of each is written as JSON. */
enum ColumnType {
    TEXT,
    WHOLE,
    REAL,
    BOOLEAN,
    BYTES,
    TIME,
    DATE,
    UUID;

    /** @param name what the database calls it: H2's and PostgreSQL's names */
    static ColumnType of(String name, String column) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "character varying", "varchar", "text", "character large object", "character", "bpchar" -> TEXT;
            case "bigint", "int8", "integer", "int4", "smallint", "int2", "bigserial", "serial" -> WHOLE;
            case "double precision", "float8", "real", "float4" -> REAL;
            case "boolean", "bool" -> BOOLEAN;
            case "bytea", "binary varying", "binary large object" -> BYTES;
            case "timestamp with time zone", "timestamptz" -> TIME;
            case "date" -> DATE;
            case "uuid" -> UUID;
            default ->
                throw new IllegalStateException(
                        "The column " + column + " has the type " + name + ", which backups do not know.");
        };
    }

    /** What to bind for a value that {@code DumpStore} wrote. */
    @Nullable
    Object parse(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (this) {
            case TEXT -> value.asText();
            case WHOLE -> value.asLong();
            case REAL -> value.asDouble();
            case BOOLEAN -> value.asBoolean();
            case BYTES -> Base64.getDecoder().decode(value.asText());
            case TIME -> OffsetDateTime.parse(value.asText());
            case DATE -> LocalDate.parse(value.asText());
            case UUID -> java.util.UUID.fromString(value.asText());
        };
    }
}
