package network.constellation.peer.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.node.NodeException;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.store.Migrations;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;

class TenantsTest {
    private static final Wwwroot A = Wwwroot.of("http://a.localhost:8080");
    private static final Wwwroot B = Wwwroot.of("http://b.localhost:8080");
    private static final Wwwroot B_SCHOOL = Wwwroot.of("http://b.localhost:8080/school");

    @TempDir
    Path data;

    @Singleton
    static final class Counter {
        int count;
    }

    static final class NotesModule extends AbstractModule {
        @Override
        protected void configure() {
            Migrations.bindTenant(binder(), "notes");
            bind(Counter.class);
        }
    }

    private Node node(ConfigReader config) {
        return NodeBuilder.in(data)
                .config(config)
                .tenant(new NotesModule())
                .build()
                .open();
    }

    @EachDatabase
    void eachTenantHasItsOwnDataAndSingletons(ConfigReader config) {
        try (Node node = node(config)) {
            node.tenants().add(A, "A");
            node.tenants().add(B, "B");
            try (TenantLease a = node.tenants().open(A);
                    TenantLease b = node.tenants().open(B)) {
                a.get(Jdbi.class).useHandle(h -> h.execute("insert into note (text) values ('of A')"));
                a.get(Counter.class).count++;
                assertThat(notes(a)).isEqualTo(1);
                assertThat(notes(b)).isZero();
                assertThat(b.get(Counter.class).count).isZero();
                assertThat(a.get(Wwwroot.class)).isEqualTo(A);
            }
        }
    }

    @EachDatabase
    void dataSurvivesRestartAndIdleClosing(ConfigReader config) {
        try (Node node = node(config)) {
            node.tenants().add(A, "A");
            try (TenantLease a = node.tenants().open(A)) {
                a.get(Jdbi.class).useHandle(h -> h.execute("insert into note (text) values ('of A')"));
                node.tenants().closeIdle(Duration.ZERO);
                assertThat(notes(a)).as("a tenant in use stays open").isEqualTo(1);
            }
            node.tenants().closeIdle(Duration.ZERO);
            assertThat(node.tenants().openCount()).isZero();
            try (TenantLease a = node.tenants().open(A)) {
                assertThat(notes(a)).isEqualTo(1);
            }
        }
        try (Node node = node(config);
                TenantLease a = node.tenants().open(A)) {
            assertThat(notes(a)).isEqualTo(1);
            assertThat(a.tenant().name()).isEqualTo("A");
        }
    }

    @EachDatabase
    void aRequestFindsItsTenantByHostAndLongestPath(ConfigReader config) {
        try (Node node = node(config)) {
            node.tenants().add(B, "B");
            node.tenants().add(B_SCHOOL, "School");
            assertThat(found(node, "b.localhost:8080", "/")).isEqualTo("B");
            assertThat(found(node, "B.LOCALHOST", "/schools")).isEqualTo("B");
            assertThat(found(node, "b.localhost:8080", "/school/login")).isEqualTo("School");
            assertThat(found(node, "b.localhost:8080", "/school")).isEqualTo("School");
            assertThat(found(node, "c.localhost:8080", "/")).isEqualTo("none");
            node.tenants().disable(B_SCHOOL);
            assertThat(found(node, "b.localhost:8080", "/school")).isEqualTo("B");
            node.tenants().enable(B_SCHOOL);
            assertThat(found(node, "b.localhost:8080", "/school")).isEqualTo("School");
        }
    }

    @EachDatabase
    void removingATenantRemovesItsData(ConfigReader config) {
        try (Node node = node(config)) {
            node.tenants().add(A, "A");
            Path folder;
            try (TenantLease a = node.tenants().open(A)) {
                a.get(Jdbi.class).useHandle(h -> h.execute("insert into note (text) values ('of A')"));
                folder = a.tenant().directory();
            }
            node.tenants().remove(A);
            assertThat(folder).doesNotExist();
            assertThatThrownBy(() -> node.tenants().open(A)).hasMessageContaining("no tenant " + A);
            node.tenants().add(A, "A again");
            try (TenantLease a = node.tenants().open(A)) {
                assertThat(notes(a)).isZero();
            }
        }
    }

    @EachDatabase
    void theDataIsForItsOwnerOnlyAndForOneProcess(ConfigReader config) throws Exception {
        try (Node node = node(config)) {
            node.tenants().add(A, "A");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            assertThatThrownBy(() -> node(config))
                    .isInstanceOf(NodeException.class)
                    .hasMessageContaining("Another process is running on");
            assertThatThrownBy(() -> node.tenants().add(A, "twice"))
                    .isInstanceOf(TenantException.class)
                    .hasMessageContaining("already a tenant");
        }
    }

    private static int notes(TenantLease lease) {
        return lease.get(Jdbi.class)
                .withHandle(h -> h.createQuery("select count(*) from note")
                        .mapTo(int.class)
                        .one());
    }

    private static String found(Node node, String host, String path) {
        try (TenantLease lease = node.tenants().find(host, path).orElse(null)) {
            return lease == null ? "none" : lease.tenant().name();
        }
    }
}
