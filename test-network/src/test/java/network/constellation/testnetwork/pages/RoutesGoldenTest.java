package network.constellation.testnetwork.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import network.constellation.app.Assembly;
import network.constellation.hub.founding.HubTenant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
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

    private static final Wwwroot SITE = Wwwroot.of("http://routes.localhost");

    @TempDir
    Path data;

    @Test
    void whoMayOpenWhatOnAPeer() throws IOException {
        try (Node node = node()) {
            node.tenants().add(SITE, "Routes");
            try (TenantLease site = node.tenants().open(SITE)) {
                hold("routes-peer.txt", site.get(Router.class).describe());
            }
        }
    }

    @Test
    void whoMayOpenWhatOnAHub() throws IOException {
        try (Node node = node();
                TenantLease hub = node.get(HubTenant.class).found(SITE, "Routes", "test")) {
            hold("routes-hub.txt", hub.get(Router.class).describe());
        }
    }

    private Node node() {
        return Assembly.builder(data).config(ConfigReader.empty()).build().open();
    }

    private static void hold(String name, List<String> routes) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.write(file, routes);
        }
        assertThat(routes)
                .as("If the change is meant: -Dgolden.update=true, then look at the difference of %s", name)
                .isEqualTo(Files.readAllLines(file));
    }
}
