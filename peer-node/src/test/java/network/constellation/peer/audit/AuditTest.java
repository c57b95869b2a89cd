package network.constellation.peer.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.store.NodeDb;
import network.constellation.peer.tenant.TenantLease;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final Wwwroot A = Wwwroot.of("http://a.localhost:8080");

    @TempDir
    Path data;

    private Node node(ConfigReader config) {
        Node node = NodeBuilder.in(data)
                .config(config)
                .tenant(new AbstractModule() {
                    @Override
                    protected void configure() {
                        AuditNames.bind(binder(), "door.opened", "call.refused");
                    }
                })
                .build()
                .start();
        node.tenants().add(A, "A");
        return node;
    }

    private static void write(TenantLease a, int lines) {
        for (int i = 1; i <= lines; i++) {
            a.get(Audit.class).record(AuditEvent.done("door.opened", "user" + i).peer("https://b.example"));
        }
    }

    @EachDatabase
    void linesAreChainedAndShown(ConfigReader config) {
        try (Node node = node(config);
                TenantLease a = node.tenants().open(A)) {
            write(a, 3);
            Audit audit = a.get(Audit.class);
            assertThat(audit.page(Long.MAX_VALUE, 2))
                    .extracting(line -> line.event().actor())
                    .containsExactly("user3", "user2");
            assertThat(audit.page(2, 10)).extracting(AuditLine::sequence).containsExactly(1L);
            assertThat(audit.verify().intact()).isTrue();
            assertThat(audit.verify().lines()).isEqualTo(3);
        }
    }

    private AuditVerdict after(ConfigReader config, String... tampering) {
        try (Node node = node(config);
                TenantLease a = node.tenants().open(A)) {
            write(a, 5);
            for (String sql : tampering) {
                a.get(Jdbi.class).useHandle(h -> h.execute(sql));
            }
            return a.get(Audit.class).verify();
        }
    }

    @EachDatabase
    void aChangedLineIsFound(ConfigReader config) {
        AuditVerdict verdict = after(config, "update audit set actor = 'nobody' where sequence = 3");
        assertThat(verdict.intact()).isFalse();
        assertThat(verdict.brokenAt()).hasValue(3);
        assertThat(verdict.sentence()).contains("Line 3 is not as it was written");
    }

    @EachDatabase
    void aDroppedLineIsFound(ConfigReader config) {
        assertThat(after(config, "delete from audit where sequence = 2").brokenAt())
                .hasValue(2);
    }

    @EachDatabase
    void swappedLinesAreFound(ConfigReader config) {
        AuditVerdict verdict = after(
                config,
                "update audit set sequence = 99 where sequence = 2",
                "update audit set sequence = 2 where sequence = 3",
                "update audit set sequence = 3 where sequence = 99");
        assertThat(verdict.brokenAt()).hasValue(2);
    }

    @EachDatabase
    void aCutOffEndIsFound(ConfigReader config) {
        AuditVerdict plain = after(config, "delete from audit where sequence > 3");
        assertThat(plain.brokenAt()).hasValue(4);
    }

    @EachDatabase
    void aCutOffEndIsFoundThoughTheHeadWasMendedToo(ConfigReader config) {
        AuditVerdict verdict = after(
                config,
                "delete from audit where sequence > 3",
                "update audit_head set sequence = 3, hash = (select hash from audit where sequence = 3)");
        assertThat(verdict.brokenAt()).hasValue(4);
        assertThat(verdict.sentence()).contains("cut off, or an old copy was put back");
    }

    @EachDatabase
    void aChainWrittenAnewIsFound(ConfigReader config) {
        try (Node node = node(config);
                TenantLease a = node.tenants().open(A)) {
            write(a, 5);
            a.get(Jdbi.class).useHandle(h -> h.execute("delete from audit"));
            a.get(Jdbi.class).useHandle(h -> h.execute("update audit_head set sequence = 0, hash = ''"));
            node.injector()
                    .getInstance(com.google.inject.Key.get(Jdbi.class, NodeDb.class))
                    .useHandle(h -> h.execute("update audit_anchor set sequence = 5, hash = hash"));
            Audit audit = a.get(Audit.class);
            for (int i = 0; i < 5; i++) {
                audit.record(AuditEvent.done("door.opened", "somebody else"));
            }
            assertThat(audit.verify().brokenAt()).hasValue(5);
            assertThat(audit.verify().sentence()).contains("written anew");
        }
    }

    @EachDatabase
    void aLineOfATransactionSharesItsFate(ConfigReader config) {
        try (Node node = node(config);
                TenantLease a = node.tenants().open(A)) {
            Audit audit = a.get(Audit.class);
            Jdbi jdbi = a.get(Jdbi.class);
            jdbi.useTransaction(h -> audit.record(h, AuditEvent.done("door.opened", "kept")));
            assertThatThrownBy(() -> jdbi.useTransaction(h -> {
                        audit.record(h, AuditEvent.done("door.opened", "lost"));
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            assertThat(audit.page(Long.MAX_VALUE, 9))
                    .extracting(line -> line.event().actor())
                    .containsExactly("kept");
            assertThat(audit.verify().intact()).isTrue();
        }
    }

    @EachDatabase
    void manyWritersMakeOneChain(ConfigReader config) throws Exception {
        try (Node node = node(config);
                TenantLease a = node.tenants().open(A)) {
            CountDownLatch done = new CountDownLatch(4);
            for (int i = 0; i < 4; i++) {
                new Thread(() -> {
                            write(a, 25);
                            done.countDown();
                        })
                        .start();
            }
            done.await();
            assertThat(a.get(Audit.class).verify().lines()).isEqualTo(100);
            assertThat(a.get(Audit.class).verify().intact()).isTrue();
        }
    }

    @EachDatabase
    void strangersAreCountedTogetherAndKnownPeersAreWrittenSoon(ConfigReader config) {
        try (Node node = node(config);
                TenantLease a = node.tenants().open(A)) {
            Audit audit = a.get(Audit.class);
            for (int i = 0; i < 5000; i++) {
                audit.countStranger("call.refused", "malformed", "10.0.0." + i % 200);
            }
            audit.recordSoon(AuditEvent.refused("call.refused", "https://b.example", "replay"));
            await().until(() -> audit.page(Long.MAX_VALUE, 9).size() == 1);
            audit.flush();
            AuditEvent counted = audit.page(Long.MAX_VALUE, 9).get(0).event();
            assertThat(counted.details()).containsEntry("count", "5000").containsEntry("reason", "malformed");
            assertThat(counted.details().get("from")).startsWith("10.0.0.0 10.0.0.1 ");
            assertThat(audit.page(Long.MAX_VALUE, 9)).hasSize(2);
            assertThat(audit.verify().intact()).isTrue();
        }
    }

    @EachDatabase
    void noSecretAndNoUnknownNameIsWritten(ConfigReader config) {
        try (Node node = node(config);
                TenantLease a = node.tenants().open(A)) {
            Audit audit = a.get(Audit.class);
            assertThatThrownBy(() -> audit.record(AuditEvent.done("never.heard", "x")))
                    .hasMessageContaining("never.heard");
            audit.record(AuditEvent.done("door.opened", "x\0y")
                    .with("newPassword", "hunter2")
                    .with("key", "-----BEGIN PRIVATE KEY-----\nMIIE")
                    .with("long", "z".repeat(5000)));
            var details = audit.page(Long.MAX_VALUE, 1).get(0).event().details();
            assertThat(details).containsEntry("newPassword", "***").containsEntry("key", "***");
            assertThat(details.get("long")).hasSize(500);
        }
    }
}
