package network.constellation.peer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.call.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class CliProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final SecureRandom random = CryptoEngine.pureJava().random();

    @TempDir
    Path folder;

    private final CliProgram program = new CliProgram(
            List.of(verbs -> verbs.group("star", "Stars.")
                    .add("star", Greet.class)
                    .add("star", Break.class)
                    .add("star deep", Greet.class)
                    .add("tenant", Add.class)
                    .add("tenant", Show.class)),
            "1.2.3",
            (data, config, environment) -> NodeBuilder.in(data)
                    .config(ConfigReader.load(config, environment))
                    .build()
                    .open());

    @Test
    void runsAVerbWithItsOptions() {
        assertThat(run("star", "greet", "--loud", "Vega")).isZero();
        assertThat(out()).isEqualTo("VEGA\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void answersWithOneJsonDocumentWhenAsked() {
        assertThat(run("star", "deep", "greet", "--json", "Vega")).isZero();
        assertThat(out()).isEqualToIgnoringWhitespace("{\"name\":\"Vega\"}");
    }

    @Test
    void helpIsThereOnEveryLevel() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("star", "Stars.", "completion");
        assertThat(run("star", "-h")).isZero();
        assertThat(out()).contains("greet", "deep");
        assertThat(run("star", "greet", "--help")).isZero();
        assertThat(out()).contains("--loud", "--json");
        assertThat(run("--version")).isZero();
        assertThat(out()).contains("constellation 1.2.3");
    }

    @Test
    void wrongUsageIsOneSentenceAndStatusTwo() {
        assertThat(run("star", "greet", "--laud", "x")).isEqualTo(2);
        assertThat(err()).contains("--laud").contains("--help").hasLineCount(1);
        assertThat(run("star", "greet")).isEqualTo(2);
        assertThat(err()).contains("NAME").hasLineCount(1);
        assertThat(run("star")).isEqualTo(2);
        assertThat(err()).contains("greet").hasLineCount(1);
        assertThat(run()).isEqualTo(2);
        assertThat(run("nebula")).isEqualTo(2);
        assertThat(out()).isEmpty();
    }

    @Test
    void failuresAreSentencesWithTheirStatus() {
        assertThat(run("star", "break", "fault")).isEqualTo(1);
        assertThat(err()).isEqualTo("fault 7: not subscribed\n");
        assertThat(run("star", "break", "input")).isEqualTo(2);
        assertThat(err()).isEqualTo("Give a number.\n");
        assertThat(run("star", "break", "bug")).isEqualTo(1);
        assertThat(err()).contains("IllegalStateException").hasLineCount(1);
    }

    @Test
    void completionNamesVerbsAndOptions() {
        assertThat(run("completion")).isZero();
        assertThat(out()).contains("complete -F", "constellation", "greet", "--loud");
    }

    @Test
    void aCommandWorksOnTheStoppedNodeItself() {
        assertThat(run("tenant", "add", "--data", "node", "http://a.localhost:8080"))
                .as(this::err)
                .isZero();
        assertThat(run("tenant", "show", "--data", "node", "--tenant", "http://a.localhost:8080", "--json"))
                .isZero();
        assertThat(out()).contains("\"wwwroot\" : \"http://a.localhost:8080\"");
        assertThat(run("tenant", "add", "--data", "node", "http://a.localhost:8080"))
                .isEqualTo(2);
        assertThat(err()).contains("http://a.localhost:8080").hasLineCount(1);
    }

    @Test
    void anEmptyFolderIsNoNode() {
        assertThat(run("tenant", "show", "--data", "nowhere", "--tenant", "http://a.localhost"))
                .isEqualTo(2);
        assertThat(err()).contains("There is no node in").hasLineCount(1);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aTicketLeftBehindByAKilledNodeIsNoObstacle() throws Exception {
        run("tenant", "add", "--data", "node", "http://a.localhost");
        new AdminTicket(1, "0".repeat(64)).write(Files.createDirectories(folder.resolve("node/admin")));
        assertThat(run("tenant", "show", "--data", "node", "--tenant", "http://a.localhost"))
                .as(this::err)
                .isZero();
        assertThat(out()).contains("http://a.localhost");
    }

    @Test
    void theRunningNodeExecutesTheCommand() throws Exception {
        try (Node node = NodeBuilder.in(folder.resolve("node")).build().open();
                AdminServer admin = AdminServer.open(program, node, random)) {
            assertThat(admin).isNotNull();
            assertThat(run("tenant", "add", "--data", "node", "http://a.localhost"))
                    .as(this::err)
                    .isZero();
            assertThat(node.tenants().list()).hasSize(1);
            assertThat(run("tenant", "show", "--data", "node", "--tenant", "http://b.localhost"))
                    .isEqualTo(2);
            assertThat(err()).contains("http://b.localhost").hasLineCount(1);
            assertThat(out()).isEmpty();
        }
        assertThat(folder.resolve("node/admin/ticket")).doesNotExist();
    }

    @Test
    void whoHasNoTicketIsRefused() throws Exception {
        try (Node node = NodeBuilder.in(folder.resolve("node")).build().open();
                AdminServer admin = AdminServer.open(program, node, random)) {
            assertThat(admin).isNotNull();
            AdminTicket ticket = AdminTicket.read(folder.resolve("node")).orElseThrow();
            new AdminTicket(ticket.port(), "f".repeat(64)).write(folder.resolve("node/admin"));
            assertThat(run("tenant", "show", "--data", "node", "--tenant", "http://a.localhost"))
                    .isEqualTo(1);
            assertThat(err()).contains("403").hasLineCount(1);
        }
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return program.run(
                List.of(arguments),
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        folder,
                        false,
                        Map.of()));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Command(name = "greet", description = "Say hello.")
    static final class Greet extends CliCommand.Local {
        @Option(names = "--loud")
        boolean loud;

        @Parameters(paramLabel = "NAME")
        String name = "";

        @Override
        public void run(CliContext context) {
            context.answer(
                    Map.of("name", name), out -> out.println(loud ? name.toUpperCase(java.util.Locale.ROOT) : name));
        }
    }

    @Command(name = "break")
    static final class Break extends CliCommand.Local {
        @Parameters
        String how = "";

        @Override
        public void run(CliContext context) {
            switch (how) {
                case "fault" -> throw new Fault(7, "not subscribed");
                case "input" -> throw CliException.badInput("Give a number.");
                default -> throw new IllegalStateException("broken\nin many\nlines");
            }
        }
    }

    @Command(name = "add")
    static final class Add extends NodeCommand {
        @Parameters
        String wwwroot = "";

        @Override
        public void run(CliContext context, Node node) {
            node.tenants().add(Wwwroot.of(wwwroot), "A");
        }

        @Override
        protected boolean founds() {
            return true;
        }
    }

    @Command(name = "show")
    static final class Show extends TenantCommand {
        @Override
        protected void run(CliContext context, TenantLease lease) {
            Wwwroot wwwroot = lease.tenant().wwwroot();
            context.answer(Map.of("wwwroot", wwwroot), out -> out.println(wwwroot));
        }
    }
}
