package network.constellation.testnetwork.originals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;

/**
 * The tables of a double of an original and the functions that work on them, with the originals' defects (network-admin.md
 * 2.5, 3.2).
 */
final class VMoodleHosts {
    private static final String NETWORK = "mnetadmin_rpc_";

    /** Host records by wwwroot: the struct as it came, {@code deleted} as it stands. */
    final Map<String, Map<String, String>> hosts = new LinkedHashMap<>();
    /** Service bindings by wwwroot: {@code sso_idp} to {@code ps}, {@code p} or {@code s}. */
    final Map<String, Map<String, String>> bindings = new LinkedHashMap<>();
    /** The services it has; the name of another one breaks a binding in the middle, as in the originals. */
    final List<String> services = new ArrayList<>(List.of("mnetadmin", "sso_idp", "sso_sp", "mnet_enrol"));
    /** Method and caller of every administrative call, in order. */
    final List<String> called = new CopyOnWriteArrayList<>();

    private final String root;

    VMoodleHosts(String root) {
        this.root = root;
    }

    MethodResponse perform(String from, MethodCall call) {
        if (call.method().equals("system/listServices")) {
            return new MethodResponse.Success(Value.array(List.of()));
        }
        String administration = root + "rpclib.php/" + NETWORK;
        if (!call.method().startsWith(administration)
                || !bindings.getOrDefault(from, Map.of())
                        .getOrDefault("mnetadmin", "")
                        .contains("p")) {
            return new MethodResponse.Failure(7012, "Unable to locate function.");
        }
        List<Value> given = call.arguments();
        String caller = text(given.get(0)) + " " + text(given.get(1)) + " " + text(given.get(2));
        String function = call.method().substring(administration.length());
        called.add(function + " " + caller);
        // Defect: the caller is looked at, and the answer to that is ignored.
        return new MethodResponse.Success(Value.of(
                switch (function) {
                    case "bind_peer" -> bind(((Value.Struct) given.get(3)).members(), given.get(4));
                    case "unbind_peer" -> unbind(text(given.get(3)));
                    default -> "{\"status\":500,\"error\":\"?\"}";
                }));
    }

    private synchronized String bind(Map<String, Value> record, Value strategy) {
        Map<String, String> host = new HashMap<>();
        record.forEach((name, value) -> host.put(name, text(value)));
        String about = host.getOrDefault("wwwroot", "");
        hosts.put(about, host);
        bindings.put(about, new LinkedHashMap<>());
        // Defect: no transaction, so an unknown name leaves half of it.
        for (Map.Entry<String, Value> service :
                ((Value.Struct) strategy).members().entrySet()) {
            if (!services.contains(service.getKey())) {
                return "{\"status\":520,\"error\":\"no record\",\"errors\":\"<b>no record</b>\"}";
            }
            Map<String, Value> flags = ((Value.Struct) service.getValue()).members();
            String both = (on(flags, "publish") ? "p" : "") + (on(flags, "subscribe") ? "s" : "");
            if (!both.isEmpty()) {
                bindings.get(about).put(service.getKey(), both);
            }
        }
        return "{\"status\":\"200\"}";
    }

    private synchronized String unbind(String about) {
        Map<String, String> host = hosts.get(about);
        if (host != null) {
            host.put("deleted", "1");
        }
        return "{\"status\":200,\"error\":\"\"}";
    }

    private static boolean on(Map<String, Value> flags, String name) {
        return flags.get(name) != null && text(flags.get(name)).equals("1");
    }

    static String text(Value value) {
        return value instanceof Value.Str text
                ? text.value()
                : value instanceof Value.Int number ? Long.toString(number.value()) : "";
    }
}
