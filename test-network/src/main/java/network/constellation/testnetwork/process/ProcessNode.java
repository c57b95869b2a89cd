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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.address.Wwwroot;
import network.constellation.testnetwork.TestNetwork;
import org.jspecify.annotations.Nullable;

/**
 * One node in a process of its own, on the class path of the test. Killing is {@code kill -9}: nothing gets a chance to
 * tidy up. Starting it again finds what it had stored.
 */
public final class ProcessNode implements AutoCloseable {
    private final Path data;
    private final int port = freePort();
    private final Wwwroot wwwroot;
    private @Nullable Running running;
    private int starts;

    /** @param data folder of the node; its log stands beside it */
    public ProcessNode(Path data, String name) {
        this.data = data;
        this.wwwroot = Wwwroot.of("http://" + name + ".localhost:" + port);
    }

    private static int freePort() {
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
        command.addAll(List.of("-Xmx256m", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
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
            return now.answer().isPresent();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public boolean isAlive() {
        return running != null && running.process.isAlive();
    }

    /** One order of {@link NodeOrders}; empty when the node died over it. */
    public Optional<String> order(String line) {
        return require().order(line);
    }

    /** As {@link #order}, of a node that is to stay alive. */
    public String ask(String line) {
        return order(line).orElseThrow(() -> new AssertionError("The node died over \"" + line + "\":\n" + log()));
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

        synchronized Optional<String> order(String line) {
            in.println(line);
            return answer();
        }

        private Optional<String> answer() {
            try {
                String answer = answers.poll(TestNetwork.PATIENCE.toSeconds(), TimeUnit.SECONDS);
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
