package network.constellation.protocol.method.administration;

import static network.constellation.protocol.method.Codecs.arguments;
import static network.constellation.protocol.method.Codecs.bool;
import static network.constellation.protocol.method.Codecs.list;
import static network.constellation.protocol.method.Codecs.noArguments;
import static network.constellation.protocol.method.Codecs.number;
import static network.constellation.protocol.method.Codecs.requiredString;
import static network.constellation.protocol.method.Codecs.string;

import java.util.ArrayList;
import java.util.List;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.NetworkMethod.Parameter;
import network.constellation.protocol.method.NetworkMethod.Result;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.membership.MembershipMethods;

/**
 * The functions of network-admin.md 3.2 to 3.6 that our peers execute, each under both roots that the originals used.
 * Whoever has the service published reaches them; the function itself then asks for the recorded hub and its grant, so
 * that a refusal is an answer of the originals' shape (510) and not a fault.
 */
public final class AdminMethods {
    /** Published by a site to its hub only. */
    public static final String MNETADMIN = "mnetadmin";

    /** Reading settings. */
    public static final String DATAEXCHANGE = "dataexchange";

    /** First the generation of today. */
    public static final List<String> ROOTS = List.of("local/vmoodle/", "blocks/vmoodle/");

    public static final Function FETCH_CONFIG = new Function(
            "generic",
            "dataexchange_rpc_fetch_config",
            Effect.READ,
            "Reads one setting of the platform or of a plugin.",
            text("configkey"),
            text("module"));

    public static final Function SET_CONFIG = new Function(
            "generic",
            "mnetadmin_rpc_set_config",
            Effect.IDEMPOTENT,
            "Writes one setting; a true fourth argument removes it.",
            text("key"),
            text("value"),
            text("plugin"),
            new Parameter("unset", "boolean", "Ours: remove the setting."));

    public static final Function SET_MAINTENANCE = new Function(
            "generic",
            "mnetadmin_rpc_set_maintenance",
            Effect.IDEMPOTENT,
            "Closes the site for everybody but administrators with a message; the message OFF opens it.",
            text("message"),
            new Parameter("hardmaintenance", "boolean", "Ignored: calls of the network stay open."));

    public static final Function PURGE_CACHES = new Function(
            "generic", "mnetadmin_rpc_purge_caches", Effect.IDEMPOTENT, "Empties every cache of the site.");

    public static final Function GET_PLUGINS_INFO = new Function(
            "plugins",
            "mnetadmin_rpc_get_plugins_info",
            Effect.READ,
            "Says which plugins of a type serve their users.",
            text("plugintype"));

    public static final Function SET_PLUGINS_STATES = new Function(
            "plugins",
            "mnetadmin_rpc_set_plugins_states",
            Effect.IDEMPOTENT,
            "Shows or hides plugins of a type; all or none.",
            text("plugintype"),
            new Parameter("plugininfos", "struct", "Plugin to 1, 0, enable, disable or available."));

    public static final Function GET_ROLE_CAPABILITIES = new Function(
            "roles",
            "mnetadmin_rpc_get_role_capabilities",
            Effect.READ,
            "Reads a role sheet at system level.",
            text("role"),
            new Parameter("capabilities", "array", "Names, one name, or nothing for all."));

    public static final Function SET_ROLE_CAPABILITIES = new Function(
            "roles",
            "mnetadmin_rpc_set_role_capabilities",
            Effect.IDEMPOTENT,
            "Writes words of a role sheet; an empty word is removed, a missing role is made.",
            new Parameter("roledata", "struct", "The role, found by its member shortname."),
            new Parameter("rolecapabilities", "struct", "Capability to its word, or nothing."),
            new Parameter("clear", "boolean", "Remove every other word."));

    public static final Function RUN_SQL_COMMAND = new Function(
            "sql",
            "mnetadmin_rpc_run_sql_command",
            Effect.READ,
            "Reads by one SELECT over the tables without secrets; anything else is refused.",
            text("command"),
            new Parameter("params", "struct", "Values of the named places in the command."),
            new Parameter("return", "boolean", "Must be true."),
            new Parameter("purgecaches", "boolean", "Ignored."),
            new Parameter("multiple", "boolean", "Must be false."));

    public static final Function GET_TABLE_DATA = new Function(
            "generic",
            "mnetadmin_rpc_get_table_data",
            Effect.READ,
            "Reads a whole table of settings.",
            text("table"),
            text("select"));

    public static final Function IMPORT_TABLE_CONTENT = new Function(
            "generic",
            "mnetadmin_rpc_import_table_content",
            Effect.IDEMPOTENT,
            "Replaces a whole table of settings, or leaves it as it is.",
            text("table"),
            new Parameter("content", "string", "Base64 of JSON."));

    /** Introduces a host with its keys and services; its caller is spread over three texts (network-admin.md 3.2). */
    public static final Function BIND_PEER = new Function(
            Path.NETWORK,
            "mnetadmin_rpc_bind_peer",
            Effect.IDEMPOTENT,
            "Makes a host a peer, with these services and no others; all of it or nothing.",
            new Parameter("new_peer", "struct", "The host record: wwwroot, name, public_key and more."),
            new Parameter("servicestrategy", "struct", "Service to a struct of publish and subscribe."));

    /** The reverse; a host that is not known is a success. */
    public static final Function UNBIND_PEER = new Function(
            Path.NETWORK,
            "mnetadmin_rpc_unbind_peer",
            Effect.IDEMPOTENT,
            "Ends what bind_peer began.",
            text("peer_wwwroot"));

    public static final List<Function> FUNCTIONS = List.of(
            BIND_PEER,
            UNBIND_PEER,
            FETCH_CONFIG,
            SET_CONFIG,
            SET_MAINTENANCE,
            PURGE_CACHES,
            GET_PLUGINS_INFO,
            SET_PLUGINS_STATES,
            GET_ROLE_CAPABILITIES,
            SET_ROLE_CAPABILITIES,
            RUN_SQL_COMMAND,
            GET_TABLE_DATA,
            IMPORT_TABLE_CONTENT);

    /** Which operations the site lets this hub do now; no original knows it. */
    public static final NetworkMethod<Nothing, List<String>> GRANTED = new NetworkMethod<>(
            "constellation/commands/granted",
            List.of(MembershipMethods.HUB_SERVICE),
            Effect.READ,
            Authority.HUB,
            List.of(),
            new Result("array", "Names of operations, such as config-set."),
            "Says what this site lets its hub order.",
            noArguments(),
            list(string()));

    /** Whether the site would let this hub do something, asked for a plan; no original knows it. */
    public static final NetworkMethod<Intention, String> PERMITS = new NetworkMethod<>(
            "constellation/commands/permits",
            List.of(MembershipMethods.HUB_SERVICE),
            Effect.READ,
            Authority.HUB,
            List.of(
                    new Parameter("operation", "string", "Such as config-set."),
                    new Parameter("subjects", "array", "Settings, plugins or roles, such as core/lang."),
                    new Parameter("writes", "boolean", "Whether anything is to be changed."),
                    new Parameter("bytes", "int", "Of all texts that are sent.")),
            new Result("string", "Empty: yes. Otherwise a sentence that says what is in the way."),
            "Says whether this site would let its hub do this now.",
            arguments(
                    asked -> List.of(
                            Value.of(asked.operation()),
                            list(string()).encode(asked.subjects()),
                            Value.of(asked.writes()),
                            Value.of(asked.bytes())),
                    given -> new Intention(
                            given.required(0, "operation", requiredString()),
                            given.required(1, "subjects", list(string())),
                            given.required(2, "writes", bool()),
                            given.required(3, "bytes", number()))),
            string());

    /** Every declaration: each function under each root. */
    public static final List<NetworkMethod<AdminCall, String>> ALL =
            FUNCTIONS.stream().flatMap(function -> function.methods().stream()).toList();

    private AdminMethods() {}

    /**
     * Where a function lies below the roots.
     *
     * @param folder with its slash at the end; empty: at the root itself
     */
    private record Path(String folder, CallerForm caller) {
        static final Path NETWORK = new Path("", CallerForm.SPREAD);
    }

    private static Parameter text(String name) {
        return new Parameter(name, "string", "");
    }

    /** A function of the originals: one body under several names on the wire. */
    public static final class Function {
        private final String name;
        private final List<NetworkMethod<AdminCall, String>> methods;

        private Function(String category, String name, Effect effect, String help, Parameter... parameters) {
            this(new Path("plugins/" + category + "/", CallerForm.STRUCT), name, effect, help, parameters);
        }

        private Function(Path path, String name, Effect effect, String help, Parameter... parameters) {
            this.name = name;
            List<Parameter> all = new ArrayList<>(path.caller().parameters());
            all.addAll(List.of(parameters));
            List<String> services =
                    name.startsWith(DATAEXCHANGE) ? List.of(DATAEXCHANGE, MNETADMIN) : List.of(MNETADMIN);
            this.methods = ROOTS.stream()
                    .map(root -> new NetworkMethod<AdminCall, String>(
                            root + path.folder() + "rpclib.php/" + name,
                            services,
                            effect,
                            Authority.PEER,
                            all,
                            new Result("string", "JSON: status, error, errors, and what the function answers."),
                            help,
                            arguments(path.caller()::write, path.caller()::read),
                            string()))
                    .toList();
        }

        /** Without path, such as {@code mnetadmin_rpc_set_config}. */
        public String name() {
            return name;
        }

        /** One for each root, today's first. */
        public List<NetworkMethod<AdminCall, String>> methods() {
            return methods;
        }

        /** What our hub calls. */
        public NetworkMethod<AdminCall, String> method() {
            return methods.get(0);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
