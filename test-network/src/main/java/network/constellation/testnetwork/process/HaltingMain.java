package network.constellation.testnetwork.process;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import network.constellation.app.Assembly;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.CrashPoints;
import network.constellation.peer.node.Node;
import network.constellation.testnetwork.TestSite;

/**
 * The real node as a process: {@code DATA PORT}. It dies without a word at one named point of a job when it is told to,
 * obeys {@link NodeOrders} line by line, and ends with whoever started it.
 */
public final class HaltingMain {
    /** Name of the system property with the point to halt at. */
    public static final String PROPERTY = "constellation.test.halt-at";

    /** Exit status of a process that halted where it was told to: what a shell shows of {@code kill -9}. */
    public static final int STATUS = 137;

    /** What every answer begins with; other lines are the log. */
    static final String ANSWER = "> ";

    private HaltingMain() {}

    public static void main(String[] arguments) throws IOException {
        Optional<String> point = Optional.ofNullable(System.getProperty(PROPERTY));
        AtomicBoolean halting = new AtomicBoolean();
        CrashPoints crash = reached -> {
            if (point.isPresent() && point.get().equals(reached) && halting.compareAndSet(false, true)) {
                Runtime.getRuntime().halt(STATUS);
            }
        };
        Node node = Assembly.builder(Path.of(arguments[0]))
                .config(ConfigReader.of(TestSite.LOOPBACK).with("door.port", Integer.parseInt(arguments[1])))
                .node(new AbstractModule() {
                    @Override
                    protected void configure() {
                        OptionalBinder.newOptionalBinder(binder(), CrashPoints.class)
                                .setBinding()
                                .toInstance(crash);
                    }
                })
                .build()
                .start();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(ANSWER + "ready");
        NodeOrders orders = new NodeOrders(node);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(ANSWER + orders.obey(line).replace('\n', ' '));
        }
        Runtime.getRuntime().halt(0);
    }
}
