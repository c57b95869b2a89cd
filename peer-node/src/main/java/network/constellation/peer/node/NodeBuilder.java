package network.constellation.peer.node;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.store.DataDirectory;

/**
 * Puts a node together: infrastructure comes by itself, features are modules. Modules given later override nothing; a
 * test that swaps one gives a different list.
 */
public final class NodeBuilder {
    private final Path data;
    private final List<Module> nodeModules = new ArrayList<>();
    private final List<Module> tenantModules = new ArrayList<>();
    private Optional<CryptoEngine> engine = Optional.empty();
    private Clock clock = Clock.systemUTC();
    private ConfigReader config = ConfigReader.empty();

    private NodeBuilder(Path data) {
        this.data = data;
    }

    /** @param data the node's folder; made when it is not there */
    public static NodeBuilder in(Path data) {
        return new NodeBuilder(data);
    }

    public NodeBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** Given: many nodes of one process share it. Else the fastest that works here is looked for. */
    public NodeBuilder engine(CryptoEngine engine) {
        this.engine = Optional.of(engine);
        return this;
    }

    public NodeBuilder config(ConfigReader config) {
        this.config = config;
        return this;
    }

    /** Modules of the process. */
    public NodeBuilder node(Module... modules) {
        nodeModules.addAll(List.of(modules));
        return this;
    }

    /** Modules of every tenant. */
    public NodeBuilder tenant(Module... modules) {
        tenantModules.addAll(List.of(modules));
        return this;
    }

    /**
     * Takes the folder and reads the settings; opens and starts nothing yet.
     *
     * @throws network.constellation.peer.config.ConfigException for a setting that cannot be
     * @throws NodeException when another process has the folder
     */
    public Node build() {
        // Native code takes its time to load; meanwhile the injector is built. A thread of its own: the common pool may
        // be one thread that somebody blocks.
        CompletableFuture<CryptoEngine> detected = engine.map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.supplyAsync(
                        CryptoEngine::detect, detection -> new Thread(detection, "crypto-engine").start()));
        DataDirectory directory = new DataDirectory(data.toAbsolutePath().normalize());
        directory.secure(directory.root());
        NodeLock lock = NodeLock.take(directory);
        try {
            List<Module> tenant = new ArrayList<>(Infrastructure.tenant());
            tenant.addAll(tenantModules);
            List<Module> node = new ArrayList<>(Infrastructure.node());
            node.addAll(nodeModules);
            node.add(new NodeBindings(clock, detected::join, config, directory, tenant));
            Injector injector = Guice.createInjector(Stage.DEVELOPMENT, node);
            injector.getInstance(ConfigCheck.class).check();
            return new Node(injector, lock);
        } catch (RuntimeException failed) {
            lock.close();
            throw NodeException.unwrap(failed);
        }
    }
}
