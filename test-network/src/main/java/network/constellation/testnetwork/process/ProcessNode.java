package network.constellation.testnetwork.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.address.Wwwroot;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.link.FaultyLink;
import org.jspecify.annotations.Nullable;

/**
 * One node in a process of its own, on the class path of the test. Killing is {@code kill -9}: nothing gets a chance to
 * tidy up. Starting it again finds what it had stored.
 */
public final class ProcessNode implements AutoCloseable {
    private final Path data;
    private final int port;
    private final Wwwroot wwwroot;
    private boolean optimized;
    private String heap = "256m";
    private @Nullable Running running;
    private int starts;

    /** @param data folder of the node; its log stands beside it */
    public ProcessNode(Path data, String name) {
        this(data, name, freePort());
    }

    private ProcessNode(Path data, String name, int port) {
        this.data = data;
        this.port = port;
        this.wwwroot = address(name, port);
    }

    /** @param link by which alone others reach it, relaying to a {@link #freePort}; it has the link's address */
    public ProcessNode(Path data, String name, FaultyLink link) {
        this.data = data;
        this.port = link.targetPort();
        this.wwwroot = address(name, link.port());
    }

    private static Wwwroot address(String name, int port) {
        return Wwwroot.of("http://" + name + ".localhost:" + port);
    }

    /** Compiles as well as it can, as in earnest; otherwise it starts as fast as it can. */
    public ProcessNode optimized() {
        optimized = true;
        return this;
    }

    /** @param most such as {@code 2g}, for a node with many tenants */
    public ProcessNode heap(String most) {
        heap = most;
        return this;
    }

    /** A port of loopback that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public Wwwroot wwwroot() {
        return wwwroot;
    }

    /** How often the process was started so far. */
    public int starts() {
        return starts;
    }

    /** Starts the process and returns when it is ready. */
    public ProcessNode start() {
        if (!start(Optional.empty())) {
            throw new IllegalStateException("The node ended by itself:\n" + log());
        }
        return this;
    }

    /**
     * Starts the process so that it halts by itself, as if killed, when it reaches a point of its work.
     *
     * @param crashPoint such as {@code join/meet-hub/done}
     * @return false when it has halted before it was ready
     */
    public boolean startToHaltAt(String crashPoint) {
        return start(Optional.of(crashPoint));
    }

    private boolean start(Optional<String> crashPoint) {
        if (isAlive()) {
            throw new IllegalStateException("The node on port " + port + " is running already");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-Xshare:auto", "-XX:+UseSerialGC"));
        if (!optimized) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.add("-Dguice_custom_class_loading=CHILD");
        crashPoint.ifPresent(point -> command.add("-D" + HaltingMain.PROPERTY + "=" + point));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HaltingMain.class.getName()));
        command.addAll(List.of(data.toString(), Integer.toString(port)));
        starts++;
        try {
            Files.createDirectories(data);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Running now = new Running(process, logFile());
            running = now;
            return now.answer(TestNetwork.PATIENCE).isPresent();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public boolean isAlive() {
        return running != null && running.process.isAlive();
    }

    /** One order of {@link NodeOrders}; empty when the node died over it. */
    public Optional<String> order(String line) {
        return order(line, TestNetwork.PATIENCE);
    }

    private Optional<String> order(String line, Duration patience) {
        return require().order(line, patience);
    }

    /** As {@link #order}, of a node that is to stay alive. */
    public String ask(String line) {
        return ask(line, TestNetwork.PATIENCE);
    }

    /** As {@link #ask(String)}, where the answer may take long. */
    public String ask(String line, Duration patience) {
        return order(line, patience)
                .orElseThrow(() -> new AssertionError("The node died over \"" + line + "\":\n" + log()));
    }

    /** {@code kill -9}, and waits until the process is gone. */
    public void kill() {
        if (running != null) {
            running.process.destroyForcibly();
            awaitEnd();
        }
    }

    /** Waits until the process has ended by itself; its exit status. */
    public int awaitEnd() {
        Process process = require().process;
        try {
            if (!process.waitFor(TestNetwork.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The node did not end in time:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What all runs of the process have printed. */
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException none) {
            return none.toString();
        }
    }

    private Path logFile() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private Running require() {
        if (running == null) {
            throw new IllegalStateException("The node was never started");
        }
        return running;
    }

    @Override
    public void close() {
        kill();
    }

    /** One run: orders in, answers out, everything else to the log. */
    private static final class Running {
        /** No answer is this; an empty one is an answer. */
        private static final String END = "\u0000";

        private final Process process;
        private final Path log;
        private final PrintStream in;
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

        Running(Process process, Path log) {
            this.process = process;
            this.log = log;
            this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            Thread reader = new Thread(this::read, "process-output");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith(HaltingMain.ANSWER)) {
                        answers.add(line.substring(HaltingMain.ANSWER.length()));
                    } else {
                        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    }
                }
            } catch (IOException gone) {
                // As good as its end.
            }
            answers.add(END);
        }

        synchronized Optional<String> order(String line, Duration patience) {
            in.println(line);
            return answer(patience);
        }

        private Optional<String> answer(Duration patience) {
            try {
                String answer = answers.poll(patience.toSeconds(), TimeUnit.SECONDS);
                if (answer == null || answer.equals(END)) {
                    answers.add(END);
                    return Optional.empty();
                }
                return Optional.of(answer);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
