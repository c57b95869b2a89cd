package network.constellation.hub.api;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document, made of the declared operations and their records. */
@Singleton
public final class OpenApi {
    /** Types that travel as text, with the format that JSON schema has for them. */
    private static final Map<Class<?>, String> TEXTS =
            Map.of(Instant.class, "date-time", LocalDate.class, "date", Wwwroot.class, "uri", UUID.class, "uuid");

    private static final String TOKEN = "token";

    private final Operations operations;
    private final ObjectMapper mapper;

    @Inject
    OpenApi(Operations operations, ApiJson json) {
        this.operations = operations;
        this.mapper = json.mapper();
    }

    /** The whole document; the same for every hub of this release. */
    public ObjectNode document() {
        SchemaBuilder schemas = new SchemaGenerator(config().build()).buildMultipleSchemaDefinitions();
        ObjectNode document = mapper.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Constellation hub")
                .put("version", "1")
                .put(
                        "description",
                        "What `constellation hub ...` and the pages of the hub do, for programs. Every operation asks for a"
                                + " token with one scope.");
        document.putArray("servers").addObject().put("url", ApiOperation.BASE);
        ObjectNode paths = document.putObject("paths");
        for (ApiOperation<?, ?> operation : operations.all()) {
            JsonNode present = paths.get(operation.path());
            ObjectNode path = present instanceof ObjectNode known ? known : paths.putObject(operation.path());
            path.set(operation.method().toLowerCase(Locale.ROOT), operation(operation, schemas));
        }
        ObjectNode components = document.putObject("components");
        ObjectNode named = components.putObject("schemas");
        Map<String, JsonNode> sorted = new TreeMap<>();
        schemas.collectDefinitions("components/schemas")
                .properties()
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        sorted.forEach(named::set);
        named.set("Problem", problem());
        components
                .putObject("securitySchemes")
                .putObject(TOKEN)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "Scopes: " + String.join(", ", ApiScope.labels()) + ".");
        return document;
    }

    private ObjectNode operation(ApiOperation<?, ?> operation, SchemaBuilder schemas) {
        ObjectNode shown =
                mapper.createObjectNode().put("operationId", operation.id()).put("summary", operation.summary());
        shown.putArray("tags").add(operation.group());
        shown.putArray("security")
                .addObject()
                .putArray(TOKEN)
                .add(operation.scope().label());
        ArrayNode parameters = mapper.createArrayNode();
        ObjectNode body = mapper.createObjectNode().put("type", "object");
        ObjectNode properties = body.putObject("properties");
        ArrayNode required = mapper.createArrayNode();
        for (RecordComponent component : operation.request().getRecordComponents()) {
            boolean inPath = operation.variables().contains(component.getName());
            ObjectNode schema = schemas.createSchemaReference(component.getGenericType());
            boolean needed = ApiJson.isRequired(component);
            if (inPath || !operation.hasBody()) {
                ObjectNode parameter = parameters
                        .addObject()
                        .put("name", component.getName())
                        .put("in", inPath ? "path" : "query")
                        .put("required", inPath || needed);
                describe(parameter, component);
                if (schema.path("type").asText().equals("array")) {
                    parameter.put("style", "form").put("explode", false);
                }
                parameter.set("schema", schema);
            } else {
                describe(schema, component);
                properties.set(component.getName(), schema);
                if (needed) {
                    required.add(component.getName());
                }
            }
        }
        if (!parameters.isEmpty()) {
            shown.set("parameters", parameters);
        }
        if (operation.hasBody()) {
            if (!required.isEmpty()) {
                body.set("required", required);
            }
            body.put("additionalProperties", false);
            ObjectNode request = shown.putObject("requestBody").put("required", !required.isEmpty());
            request.putObject("content").putObject("application/json").set("schema", body);
        }
        ObjectNode responses = shown.putObject("responses");
        responses
                .putObject("200")
                .put("description", "Done.")
                .putObject("content")
                .putObject("application/json")
                .set("schema", schemas.createSchemaReference(operation.answer()));
        responses
                .putObject("default")
                .put("description", "Refused or failed; nothing was changed unless the message says so.")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return shown;
    }

    private static void describe(ObjectNode node, RecordComponent component) {
        ApiText text = component.getAnnotation(ApiText.class);
        if (text != null) {
            node.put("description", text.value());
        }
    }

    private ObjectNode problem() {
        ObjectNode problem = mapper.createObjectNode().put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        properties.putObject("type").put("type", "string").put("const", "about:blank");
        properties.putObject("status").put("type", "integer").put("description", "The status of HTTP.");
        properties.putObject("error").put("type", "string").put("description", "A word for programs.");
        properties.putObject("message").put("type", "string").put("description", "A sentence for people.");
        properties.putObject("reference").put("type", "string").put("description", "Stands in the log and the audit.");
        problem.putArray("required").add("status").add("error").add("message");
        return problem;
    }

    private SchemaGeneratorConfigBuilder config() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields()
                .withRequiredCheck(field -> !isNullable(field))
                .withDescriptionResolver(field -> text(field.getRawMember().getAnnotation(ApiText.class)));
        config.forTypesInGeneral()
                .withDescriptionResolver(scope -> scope.getType() == null
                        ? null
                        : text(scope.getType().getErasedType().getAnnotation(ApiText.class)))
                .withCustomDefinitionProvider((type, context) -> {
                    if (type.isInstanceOf(Map.class)) {
                        return new CustomDefinition(
                                byName(type.typeParametersFor(Map.class).get(1), context),
                                CustomDefinition.INLINE_DEFINITION,
                                CustomDefinition.EXCLUDING_ATTRIBUTES);
                    }
                    @Nullable ObjectNode schema = text(type.getErasedType());
                    return schema == null
                            ? null
                            : new CustomDefinition(
                                    schema, CustomDefinition.INLINE_DEFINITION, CustomDefinition.EXCLUDING_ATTRIBUTES);
                });
        return config;
    }

    private ObjectNode byName(ResolvedType value, SchemaGenerationContext context) {
        ObjectNode schema = mapper.createObjectNode().put("type", "object");
        if (value.getErasedType() != Object.class) {
            schema.set("additionalProperties", context.createDefinitionReference(value));
        }
        return schema;
    }

    /** Of types that travel as text; enumerations in lower case. */
    private @Nullable ObjectNode text(Class<?> type) {
        ObjectNode schema = mapper.createObjectNode().put("type", "string");
        if (type.isEnum()) {
            ArrayNode values = schema.putArray("enum");
            for (Object value : type.getEnumConstants()) {
                values.add(value.toString().toLowerCase(Locale.ROOT));
            }
            return schema;
        }
        String format = TEXTS.get(type);
        return format == null ? null : schema.put("format", format);
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String text(@Nullable ApiText text) {
        return text == null ? null : text.value();
    }
}
