package network.constellation.testnetwork.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.spi.Elements;
import com.google.inject.spi.InstanceBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.constellation.app.Assembly;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.config.ForNode;
import network.constellation.peer.node.Node;
import network.constellation.peer.tenant.TenantModules;
import network.constellation.peer.tenant.TenantRooms;
import network.constellation.protocol.method.NetworkMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of docs/reference say what the code says. The command line's page is held in the app module. */
class ReferencePagesTest {
    private static final String METHODS = "protocol/src/main/java";

    @TempDir
    Path data;

    @Test
    void settings() throws Exception {
        SettingsPage page = new SettingsPage();
        try (Node node = Assembly.builder(data).build()) {
            page.lines()
                    .addAll(List.of(
                            "One HOCON file (`--config FILE`). Each key may also be given as a variable:",
                            "`door.per-address` is `CONSTELLATION_DOOR_PER_ADDRESS`. An unknown key refuses to start.",
                            "",
                            "## Of the node",
                            ""));
            add(
                    page,
                    sections(node.injector()
                            .getInstance(Key.get(new TypeLiteral<Set<ConfigSection>>() {}, ForNode.class))));
            page.lines()
                    .addAll(List.of(
                            "## Of each tenant",
                            "",
                            "For all tenants as written here, or for one as `tenants.\"WWWROOT\".net.allow-http`.",
                            ""));
            Set<ConfigSection<?>> tenant = new LinkedHashSet<>();
            modules(node).forEach(module -> bound(module, ConfigSection.class).forEach(tenant::add));
            add(page, tenant);
        }
        assertThat(page.withoutMeaning())
                .as("the record of a section says what each of its keys means, with @param")
                .isEmpty();
        Pages.hold("settings.md", "Settings", page.lines());
    }

    @SuppressWarnings("rawtypes")
    private static Set<ConfigSection<?>> sections(Set<ConfigSection> raw) {
        return raw.stream().map(section -> (ConfigSection<?>) section).collect(Collectors.toSet());
    }

    private static void add(SettingsPage page, Set<ConfigSection<?>> sections) throws Exception {
        for (ConfigSection<?> section : sections.stream()
                .sorted(Comparator.comparing(ConfigSection::path))
                .toList()) {
            page.add(section);
        }
    }

    @Test
    void auditEvents() throws IOException {
        Map<String, Set<String>> byRoom = new TreeMap<>();
        try (Node node = Assembly.builder(data).build()) {
            for (Module module : modules(node)) {
                String room = module.getClass().getPackageName().replace("network.constellation.", "");
                bound(module, AuditNames.class)
                        .forEach(names -> byRoom.computeIfAbsent(room, any -> new LinkedHashSet<>())
                                .addAll(names.names()));
            }
        }
        List<String> lines = new ArrayList<>(List.of(
                "Every event that the audit can hold, by the room that writes it. An event has who did it, the peer it is"
                        + " about,",
                "whether it was done or refused, the id that its trace has in the logs, and details; a refusal says its"
                        + " reason.",
                "",
                "| event | room |",
                "|---|---|"));
        byRoom.forEach((room, names) ->
                names.stream().sorted().forEach(name -> lines.add("| `" + name + "` | " + room + " |")));
        Pages.hold("audit-events.md", "Events of the audit", lines);
    }

    @Test
    void methods() throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "Every method of the network, as it is declared once in `protocol`. *Effect*: `read` changes nothing,",
                "`idempotent` may be repeated (our client does), `write` is never repeated. *Who*: a `peer` to which one of"
                        + " the services is",
                "published, the tenant's `hub`, or a `stranger` without any envelope.",
                ""));
        Map<String, NetworkMethod<?, ?>> methods = new TreeMap<>();
        for (NetworkMethod<?, ?> method : declared()) {
            assertThat(methods.put(method.name(), method))
                    .as("%s is declared once", method.name())
                    .isNull();
        }
        for (NetworkMethod<?, ?> method : methods.values()) {
            describe(method, lines);
        }
        Pages.hold("methods.md", "Methods of the network", lines);
    }

    private static void describe(NetworkMethod<?, ?> method, List<String> lines) {
        lines.add("## " + method.name());
        lines.add("");
        lines.add(Pages.cell(method.help()));
        lines.add("");
        lines.add("| | |");
        lines.add("|---|---|");
        lines.add("| services | "
                + (method.services().isEmpty() ? "none needed" : "`" + String.join("`, `", method.services()) + "`")
                + " |");
        lines.add("| who | " + method.authority().name().toLowerCase(Locale.ROOT) + " |");
        lines.add("| effect | " + method.effect().name().toLowerCase(Locale.ROOT) + " |");
        int number = 0;
        for (NetworkMethod.Parameter parameter : method.parameters()) {
            number++;
            lines.add("| parameter " + number + " | `" + parameter.name() + "` (" + parameter.type() + "): "
                    + Pages.cell(parameter.description()) + " |");
        }
        lines.add("| answer | " + method.result().type() + ": "
                + Pages.cell(method.result().description()) + " |");
        lines.add("");
    }

    /** All constants of all classes {@code ...Methods} of the protocol. */
    private static Set<NetworkMethod<?, ?>> declared() throws Exception {
        Set<NetworkMethod<?, ?>> found = new HashSet<>();
        Path sources = Pages.root().resolve(METHODS);
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources.resolve("network/constellation/protocol/method"))) {
            files = all.filter(file -> file.toString().endsWith("Methods.java")).toList();
        }
        for (Path file : files) {
            String name = sources.relativize(file).toString().replace('/', '.').replaceFirst("\\.java$", "");
            for (var field : Class.forName(name).getDeclaredFields()) {
                if (field.getType() == NetworkMethod.class) {
                    field.setAccessible(true);
                    found.add((NetworkMethod<?, ?>) field.get(null));
                }
            }
        }
        return found;
    }

    /** Of every tenant, and of those that are hubs. */
    private static List<Module> modules(Node node) {
        List<Module> all = new ArrayList<>(node.get(TenantModules.class).modules());
        node.injector()
                .getInstance(Key.get(new TypeLiteral<Set<TenantRooms>>() {}))
                .forEach(rooms -> all.addAll(rooms.all()));
        return all;
    }

    private static <T> Set<T> bound(Module module, Class<T> type) {
        Map<T, Boolean> found = new HashMap<>();
        for (var element : Elements.getElements(module)) {
            if (element instanceof InstanceBinding<?> binding && type.isInstance(binding.getInstance())) {
                found.put(type.cast(binding.getInstance()), true);
            }
        }
        return found.keySet();
    }
}
