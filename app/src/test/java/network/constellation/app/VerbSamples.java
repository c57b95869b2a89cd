package network.constellation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every verb of the program with something sensible for all that it needs, told from its own declaration. */
final class VerbSamples {
    /** They run a node: nothing of them comes back to the terminal of a test. */
    private static final Set<String> RUN_A_NODE = Set.of("demo", "peer run", "hub run");

    /** What ends something comes last, so that the others find it. */
    private static final List<String> LAST = List.of(
            "hub remove",
            "hub revoke",
            "hub promote",
            "peer restore",
            "hub restore",
            "net remove",
            "tenant disable",
            "tenant remove");

    private final VerbNetwork network;
    /** Nobody uses it, so nobody is waited for when it ends. */
    private final Wwwroot spare;

    VerbSamples(VerbNetwork network) {
        this.network = network;
        this.spare = network.tenant("spare");
    }

    /** As typed, in an order in which they can work. */
    List<List<String>> all() {
        List<CommandSpec> verbs = new ArrayList<>();
        leaves(Main.program().describe(), verbs);
        verbs.removeIf(verb -> RUN_A_NODE.contains(name(verb)));
        verbs.sort((one, other) -> Integer.compare(LAST.indexOf(name(one)), LAST.indexOf(name(other))));
        return verbs.stream().map(this::typed).toList();
    }

    private static void leaves(CommandLine line, List<CommandSpec> found) {
        if (line.getSubcommands().isEmpty()) {
            found.add(line.getCommandSpec());
        }
        line.getSubcommands().values().forEach(below -> leaves(below, found));
    }

    private static String name(CommandSpec verb) {
        return verb.qualifiedName().substring("constellation ".length());
    }

    /** The verb with something sensible for all that it needs. */
    private List<String> typed(CommandSpec verb) {
        String name = name(verb);
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        List<String> given = given().get(name);
        if (given != null) {
            words.addAll(given);
        } else {
            verb.positionalParameters().stream().map(this::sample).forEach(words::add);
        }
        for (OptionSpec option : verb.options()) {
            if (option.longestName().equals("--data")) {
                words.addAll(List.of("--data", atTheHub(name) ? "hub" : "site"));
            } else if (option.required()) {
                words.addAll(List.of(option.longestName(), sample(option)));
            }
        }
        return words;
    }

    private static boolean atTheHub(String name) {
        return name.startsWith("hub ");
    }

    /** Where the general sample would be refused before anything is looked at. */
    private Map<String, List<String>> given() {
        List<String> allAtOnce = List.of("--all", "--no-wait");
        return Map.ofEntries(
                Map.entry("hub order plan", List.of("config-get", "key=smtppass", "--target", "all")),
                Map.entry("hub order apply", List.of("1", "--wait")),
                Map.entry("hub approval approve", List.of("1")),
                Map.entry("hub policy", List.of(network.site.value(), "1")),
                Map.entry("hub strategy", List.of(network.site.value(), "default")),
                Map.entry("hub subnet simulate", List.of("leave 1 " + network.site)),
                Map.entry("hub rotate prepare", allAtOnce),
                Map.entry("hub rotate rehearse", allAtOnce),
                Map.entry("hub rotate activate", allAtOnce),
                Map.entry("hub rotate retire", allAtOnce),
                Map.entry("hub rotate abort", allAtOnce),
                Map.entry("call", List.of(network.hub.value(), "system/listServices")),
                Map.entry("tenant disable", List.of(spare.value())),
                Map.entry("tenant enable", List.of(spare.value())),
                Map.entry("tenant remove", List.of(spare.value())),
                Map.entry("user add", List.of("--username", "ines", "--password-file", "password")),
                Map.entry("course deploy", List.of("nothing", "--dry-run")));
    }

    private String sample(ArgSpec argument) {
        String label = argument.paramLabel();
        if (argument instanceof PositionalParamSpec && label.contains("OPERATION")) {
            return "config-get";
        }
        return switch (label) {
            case "PEER_URL", "SITE_URL", "PEER_URL|all-hosts" ->
                argument.command().options().stream()
                                .anyMatch(option -> option.longestName().equals("--tenant"))
                        ? network.hub.value()
                        : network.site.value();
            case "URL" -> network.site.value();
            case "HUB_URL", "MASTER_URL" -> network.hub.value();
            case "NUMBER", "FROM", "TO", "ID", "COURSE", "N" -> "1";
            case "PEM", "FILE" -> argument.command().name().equals("refuse") ? "password" : "private.pem";
            case "USER" -> "claire";
            case "SCOPE" -> "network:read";
            case "SHA256", "HEX" -> "0".repeat(64);
            case "INVITATION" -> "constellation-invitation";
            default -> "text";
        };
    }
}
