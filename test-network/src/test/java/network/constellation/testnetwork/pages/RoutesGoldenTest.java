package network.constellation.testnetwork.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import network.constellation.app.Assembly;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.Router;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page with who may open it, as a file: a change of access shows as a change of that file. {@code
 * -Dgolden.update=true} writes it anew, to be looked at before it is committed.
 */
class RoutesGoldenTest {
    private static final Path GOLDEN =
            Path.of("src", "test", "resources", "network", "constellation", "testnetwork", "pages");

    @TempDir
    Path data;

    @Test
    void whoMayOpenWhat() throws IOException {
        List<String> routes = routes(Assembly.builder(data));
        Path file = GOLDEN.resolve("routes.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.write(file, routes);
        }
        assertThat(routes)
                .as("If the change is meant: -Dgolden.update=true, then look at the difference of routes.txt")
                .isEqualTo(Files.readAllLines(file));
    }

    private static List<String> routes(NodeBuilder builder) {
        Wwwroot wwwroot = Wwwroot.of("http://routes.localhost");
        try (Node node = builder.config(ConfigReader.empty()).build().open()) {
            node.tenants().add(wwwroot, "Routes");
            try (TenantLease site = node.tenants().open(wwwroot)) {
                return site.get(Router.class).describe();
            }
        }
    }
}
