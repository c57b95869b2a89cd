package network.constellation.peer.commands;

import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.map;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.inject.Binder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformSettings;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.administration.AdminMethods;

/** Reading by SQL, and tables of settings as a whole (network-admin.md 3.3 and 3.6). */
final class SqlFunctions {
    private SqlFunctions() {}

    static void bind(Binder binder) {
        AdminFunction.bind(binder, RunSqlCommand.class);
        AdminFunction.bind(binder, GetTableData.class);
        AdminFunction.bind(binder, ImportTableContent.class);
    }

    /** {@code mnetadmin_rpc_run_sql_command}: one SELECT. */
    static final class RunSqlCommand implements AdminFunction {
        private final ReadingStore store;

        @Inject
        RunSqlCommand(ReadingStore store) {
            this.store = store;
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.RUN_SQL_COMMAND;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String query = SqlGuard.check(arguments.required(0, "command", requiredString()));
            Map<String, String> values = arguments.orElse(1, "params", map(string()), Map.of());
            if (!arguments.orElse(2, "return", bool(), true) || arguments.orElse(4, "multiple", bool(), false)) {
                throw new CommandRefused(
                        CommandRefused.DATA, "sql", "One query that returns its rows is run here, and nothing else.");
            }
            return new Task.Read(Set.of(Operation.SQL_QUERY), List.of(), permitted -> {
                ReadingStore.Rows found = store.read(query, values);
                ArrayNode rows = Reply.NODES.arrayNode().addAll(found.rows());
                JsonNode first = found.rows().isEmpty() ? Reply.NODES.booleanNode(false) : rows.get(0);
                return Reply.success()
                        .with("value", first)
                        .with("rows", rows)
                        .with("truncated", Reply.NODES.booleanNode(found.cut()));
            });
        }
    }

    /** The tables {@code config} (of the platform) and {@code config_plugins}, without what is secret. */
    private enum SettingsTable {
        CONFIG,
        CONFIG_PLUGINS;

        static SettingsTable of(String name) {
            return switch (name) {
                case "config" -> CONFIG;
                case "config_plugins" -> CONFIG_PLUGINS;
                default ->
                    throw new CommandRefused(
                            CommandRefused.DATA,
                            "table",
                            "Only config and config_plugins are read or replaced as a whole.");
            };
        }

        boolean holds(String component, String name) {
            return (this == CONFIG) == component.equals(PlatformSettings.CORE) && !SecretSettings.isSecret(name);
        }

        ArrayNode rows(PlatformSettings settings) {
            ArrayNode rows = Reply.NODES.arrayNode();
            for (String component : settings.components()) {
                settings.all(component).forEach((name, value) -> {
                    if (holds(component, name)) {
                        var row = rows.addObject();
                        if (this == CONFIG_PLUGINS) {
                            row.put("plugin", component);
                        }
                        row.put("name", name).put("value", value);
                    }
                });
            }
            return rows;
        }
    }

    /** {@code mnetadmin_rpc_get_table_data}. */
    static final class GetTableData implements AdminFunction {
        private final PlatformSettings settings;

        @Inject
        GetTableData(Platform platform) {
            this.settings = platform.settings();
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.GET_TABLE_DATA;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String name = arguments.required(0, "table", requiredString());
            SettingsTable table = SettingsTable.of(name);
            if (!arguments.orElse(1, "select", string(), "").isBlank()) {
                throw new CommandRefused(
                        CommandRefused.DATA, "table", "A table is read as a whole, without condition.");
            }
            return new Task.Read(Set.of(Operation.TABLE_READ, Operation.TABLE_IMPORT), List.of(name), permitted -> {
                ArrayNode rows = table.rows(settings);
                String content =
                        Base64.getEncoder().encodeToString(rows.toString().getBytes(StandardCharsets.UTF_8));
                return Reply.success()
                        .with("tablecontent", content)
                        .with("count", Reply.NODES.numberNode(rows.size()))
                        .with("countall", Reply.NODES.numberNode(rows.size()));
            });
        }
    }

    /** {@code mnetadmin_rpc_import_table_content}: all of it or nothing (NA-44). */
    static final class ImportTableContent implements AdminFunction {
        private static final JsonMapper JSON = new JsonMapper();

        private final PlatformSettings settings;

        @Inject
        ImportTableContent(Platform platform) {
            this.settings = platform.settings();
        }

        @Override
        public AdminMethods.Function declaration() {
            return AdminMethods.IMPORT_TABLE_CONTENT;
        }

        @Override
        public Task prepare(Arguments arguments) {
            String name = arguments.required(0, "table", requiredString());
            SettingsTable table = SettingsTable.of(name);
            JsonNode content = parsed(arguments.required(1, "content", requiredString()));
            return new Task.Write(Set.of(Operation.TABLE_IMPORT), List.of(name), new Task.Change() {
                @Override
                public JsonNode former() {
                    return table.rows(settings);
                }

                @Override
                public Reply apply() {
                    settings.replace(table::holds, rows(table, content));
                    return Reply.success().with("message", content.size() + " records imported");
                }
            });
        }

        private static Map<String, Map<String, String>> rows(SettingsTable table, JsonNode content) {
            Map<String, Map<String, String>> rows = new TreeMap<>();
            for (JsonNode row : content) {
                String component = table == SettingsTable.CONFIG
                        ? PlatformSettings.CORE
                        : row.path("plugin").asText();
                String name = row.path("name").asText();
                if (!table.holds(component, name) || !row.path("value").isValueNode()) {
                    throw new CommandRefused(
                            CommandRefused.DATA,
                            "table",
                            "The row " + component + "/" + name
                                    + " does not belong into this table; nothing was changed.");
                }
                rows.computeIfAbsent(component, one -> new TreeMap<>())
                        .put(name, row.path("value").asText());
            }
            return rows;
        }

        private static JsonNode parsed(String content) {
            try {
                JsonNode rows =
                        JSON.readTree(new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8));
                if (rows.isArray()) {
                    return rows;
                }
            } catch (JsonProcessingException | IllegalArgumentException damaged) {
                // Said below.
            }
            throw new CommandRefused(CommandRefused.DATA, "table", "The content is not base64 of a JSON list of rows.");
        }
    }
}
