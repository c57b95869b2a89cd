package network.constellation.testnetwork.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("constellation.root")));

    @TempDir
    Path folder;

    private record Answer(int status, String out, String err) {}

    @BeforeEach
    void needsThePackagedProgram() {
        assumeTrue(
                Files.isDirectory(ROOT.resolve("app/target/dist/lib")),
                "the program is not packaged; `mvn verify` does");
    }

    @Test
    void startsFromAnyFolderThroughLinksAndSpaces() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("my programs"));
        Path link = Files.createSymbolicLink(bin.resolve("stars"), ROOT.resolve("constellation"));
        Path second = Files.createSymbolicLink(folder.resolve("again"), folder.relativize(link));

        Answer answer = run(second, Map.of(), "--version");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("constellation ");
        assertThat(answer.status()).isZero();
    }

    @Test
    void passesArgumentsAndExitStatusOn() throws Exception {
        Answer answer = run(ROOT.resolve("constellation"), Map.of(), "tenant", "list", "--data", "no such folder");

        assertThat(answer.err()).contains("no such folder").hasLineCount(1);
        assertThat(answer.status()).isEqualTo(2);
    }

    @Test
    void refusesAJavaHomeThatIsNone() throws Exception {
        Answer answer = run(ROOT.resolve("constellation"), Map.of("JAVA_HOME", folder.toString()), "--version");

        assertThat(answer.err()).contains("JAVA_HOME").hasLineCount(1);
        assertThat(answer.status()).isEqualTo(1);
    }

    private Answer run(Path program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
