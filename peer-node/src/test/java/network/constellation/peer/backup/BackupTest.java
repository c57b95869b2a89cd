package network.constellation.peer.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.store.Migrations;
import network.constellation.peer.tenant.TenantLease;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Wwwroot A = Wwwroot.of("http://a.localhost");

    @TempDir
    Path folder;

    private Node build(String name, ConfigReader config) {
        return NodeBuilder.in(folder.resolve(name))
                .config(config)
                .tenant(new AbstractModule() {
                    @Override
                    protected void configure() {
                        Migrations.bindTenant(binder(), "notes");
                    }
                })
                .build();
    }

    private static StoredContent fill(Node node) throws Exception {
        node.tenants().add(A, "A site");
        try (TenantLease a = node.tenants().open(A)) {
            a.get(Jdbi.class).useHandle(h -> {
                h.execute("insert into note (text) values ('plain')");
                h.execute(
                        "insert into note (text, body, made) values (?, ?, ?)",
                        "ünï \"quoted\"\n",
                        new byte[] {0, 1, -1},
                        OffsetDateTime.parse("2026-11-21T08:00:00.123456Z"));
            });
            Files.createDirectories(a.tenant().directory().resolve("vault"));
            Files.writeString(a.tenant().directory().resolve("vault/ring.sealed"), "ring");
            Files.writeString(a.tenant().directory().resolve("vault/recipients.sealed"), "short-lived");
            return a.get(ContentStore.class).put(new ByteArrayInputStream(new byte[100_000]), 200_000);
        }
    }

    @EachDatabase
    void everythingComesBackOnEitherDatabase(ConfigReader config) throws Exception {
        Path file = folder.resolve("backup.zip");
        StoredContent content;
        try (Node node = build("old", config).open()) {
            content = fill(node);
            assertThat(node.get(Backup.class).write(file)).isEqualTo(Files.size(file));
            assertThatThrownBy(() -> node.get(Backup.class).write(file)).hasMessageContaining("already a file");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        // Always onto H2: a backup also moves a node from one sort of database to the other.
        try (Node node = build("new", ConfigReader.empty())) {
            assertThat(node.restore(file)).containsExactly(A);
            assertThat(node.tenants().list()).extracting("name").containsExactly("A site");
            try (TenantLease a = node.tenants().open(A)) {
                a.get(Jdbi.class).useHandle(h -> h.execute("insert into note (text) values ('after')"));
                List<String> notes = a.get(Jdbi.class)
                        .withHandle(h -> h.createQuery("select id || ' ' || text from note order by id")
                                .mapTo(String.class)
                                .list());
                assertThat(notes).containsExactly("1 plain", "2 ünï \"quoted\"\n", "3 after");
                byte[] body = a.get(Jdbi.class)
                        .withHandle(h -> h.createQuery("select body from note where id = 2")
                                .mapTo(byte[].class)
                                .one());
                assertThat(body).containsExactly(0, 1, -1);
                assertThat(a.get(ContentStore.class).verify(content.hash())).isTrue();
                assertThat(a.tenant().directory().resolve("vault/ring.sealed")).hasContent("ring");
                assertThat(a.tenant().directory().resolve("vault/recipients.sealed"))
                        .doesNotExist();
                assertThat(a.get(Audit.class).verify().intact()).isTrue();
                assertThat(a.get(Audit.class).page(Long.MAX_VALUE, 9))
                        .extracting(AuditLine::event)
                        .extracting("name")
                        .containsExactly("backup.restored", "backup.made");
            }
        }
        try (Node node = build("new", ConfigReader.empty().with("door.port", 0)).start();
                TenantLease a = node.tenants().open(A)) {
            assertThat(a.tenant().name()).isEqualTo("A site");
        }
    }

    @EachDatabase
    void theSameSortOfDatabaseIsFilledToo(ConfigReader config) throws Exception {
        Path file = folder.resolve("backup.zip");
        try (Node node = build("old", config).open()) {
            fill(node);
            node.get(Backup.class).write(file);
        }
        try (Node node = build("new", config.with("store.schema", "again"))) {
            node.restore(file);
            try (TenantLease a = node.tenants().open(A)) {
                assertThat(a.get(Audit.class).verify().intact()).isTrue();
            }
        }
    }

    @EachDatabase
    void onlyAnEmptyFolderAndAWholeFileWillDo(ConfigReader config) throws Exception {
        Path file = folder.resolve("backup.zip");
        try (Node node = build("old", config).open()) {
            fill(node);
            node.get(Backup.class).write(file);
        }
        try (Node used = build("old", config)) {
            assertThatThrownBy(() -> used.restore(file))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("is not empty");
        }
        byte[] whole = Files.readAllBytes(file);
        Path half = folder.resolve("half.zip");
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        try (Node node = build("third", ConfigReader.empty())) {
            assertThatThrownBy(() -> node.restore(half))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("is no backup, or only a part of one");
        }
    }
}
