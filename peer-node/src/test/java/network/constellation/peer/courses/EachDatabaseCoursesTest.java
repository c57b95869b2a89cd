package network.constellation.peer.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.AccountsModule;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.dispatch.DispatchModule;
import network.constellation.peer.dispatch.WireModule;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.learning.LearningModule;
import network.constellation.peer.mail.MailModule;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.outbound.OutboundModule;
import network.constellation.peer.outbound.TransportModule;
import network.constellation.peer.packages.PackagesModule;
import network.constellation.peer.peers.PeersModule;
import network.constellation.peer.platform.PlatformModule;
import network.constellation.peer.roaming.RoamingModule;
import network.constellation.peer.store.EachDatabase;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.transfer.TransferModule;
import network.constellation.peer.web.WebModule;
import network.constellation.protocol.method.courses.CourseSheet;
import org.junit.jupiter.api.io.TempDir;

/** What the room of courses keeps is the same on H2 and on PostgreSQL. */
class EachDatabaseCoursesTest {
    private static final Wwwroot SELF = Wwwroot.of("http://self.localhost");
    private static final Wwwroot FRIEND = Wwwroot.of("http://friend.localhost");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final CourseSheet SHEET = new CourseSheet(
            "Été", "ete", "Lines\nof text", "", "2023042400", "4.2", "4.2", List.of("cc"), 1, List.of());

    @TempDir
    Path data;

    @EachDatabase
    void ordersVersionsCopiesAndWhatOthersTold(ConfigReader config) {
        try (Node node = NodeBuilder.in(data)
                .config(config)
                .node(new WireModule(), new TransportModule())
                .tenant(
                        new WebModule(),
                        new PlatformModule(),
                        new MailModule(),
                        new AccountsModule(),
                        new PeersModule(),
                        new DispatchModule(),
                        new OutboundModule(),
                        new RoamingModule(),
                        new PackagesModule(),
                        new LearningModule(),
                        new TransferModule(),
                        new CoursesModule())
                .build()
                .open()) {
            node.tenants().add(SELF, "Self");
            try (TenantLease self = node.tenants().open(SELF)) {
                CourseVersion version = versions(self.get(ShelfStore.class));
                ShelfOrder order = orders(self.get(OrderStore.class), version);
                copies(self.get(CopyStore.class), version, order);
                sites(self.get(SitesStore.class), version);
            }
        }
    }

    private static CourseVersion versions(ShelfStore store) {
        ContentHash hash = new ContentHash("ab".repeat(32));
        long id = store.inTransaction(handle -> {
            store.insertCourse(handle, "uid-1", SELF, SELF, NOW);
            store.insertCourse(handle, "uid-1", SELF, FRIEND, NOW);
            return store.insertVersion(
                    handle, "uid-1", store.newest(handle, "uid-1") + 1, hash, 7, SHEET, NOW, "somebody");
        });
        CourseVersion version = store.version(id).orElseThrow();
        assertThat(version.version()).isEqualTo(1);
        assertThat(version.source()).isEqualTo(SELF);
        assertThat(version.sheet()).isEqualTo(SHEET);
        assertThat(store.newestFrom(SELF)).containsExactly(version);
        assertThat(store.withPackage(hash, SELF)).containsExactly(version);
        assertThat(store.uses(hash)).isTrue();
        return version;
    }

    private static ShelfOrder orders(OrderStore store, CourseVersion version) {
        ShelfOrder order = ShelfOrder.open(
                "0123456789abcdef",
                ShelfOrder.Direction.OUT,
                CourseCopy.Kind.PUBLISH,
                ShelfOrder.Road.OWN,
                FRIEND,
                OrderChecks.course(version.entry()),
                version.holderCourse(),
                new ShelfOrder.Asker("amina", SELF.value()),
                0,
                false,
                NOW);
        UUID job = new UUID(1, 2);
        ShelfOrder stored = store.insertOnce(order, handle -> Optional.of(job));
        assertThat(stored.job()).contains(job);
        assertThat(store.insertOnce(order, handle -> Optional.of(new UUID(3, 4))))
                .as("the same number is the same order")
                .isEqualTo(stored);
        assertThat(store.pending(FRIEND, version.holderCourse())).containsExactly(stored);
        store.placed(order.id(), 5, "http://friend.localhost/course/view.php?id=5", NOW);
        assertThat(store.state(order.id(), ShelfOrder.State.DONE, "", NOW)).isTrue();
        assertThat(store.state(order.id(), ShelfOrder.State.DONE, "", NOW)).isFalse();
        assertThat(store.pending(FRIEND, version.holderCourse())).isEmpty();
        assertThat(store.expire(NOW.plusSeconds(1), "late", NOW)).isZero();
        assertThat(store.about("uid-1")).hasSize(1);
        assertThat(store.newest()).hasSize(1);
        return stored;
    }

    private static void copies(CopyStore store, CourseVersion version, ShelfOrder order) {
        store.insert(order, version.uid(), 1, 11, NOW);
        assertThat(store.shown()).isEmpty();
        CourseCopy copy = store.ofOrder(order.id()).orElseThrow();
        store.showOnly(copy);
        assertThat(store.shown()).containsExactly(version);
        assertThat(store.of(version.uid(), CourseCopy.Kind.PUBLISH)).hasSize(1);
        assertThat(store.hide(version.uid())).isEqualTo(1);
        assertThat(store.shown()).isEmpty();
        store.forget(order.id());
        assertThat(store.ofCourse(11)).as("what is complete is not forgotten").isPresent();
    }

    private static void sites(SitesStore store, CourseVersion version) {
        KnownSite.Shelf shelf = new KnownSite.Shelf("3", "Sciences", "0");
        store.told(FRIEND, NodeRoles.parse("catalog,factory"), List.of(shelf), NOW);
        store.entries(FRIEND, List.of(version.entry(), version.entry()));
        assertThat(store.entry(FRIEND, version.uid()).orElseThrow().entry()).isEqualTo(version.entry());
        store.silent(FRIEND, "no answer");
        KnownSite site = store.sites().get(0);
        assertThat(site.error()).isEqualTo("no answer");
        assertThat(site.categories()).containsExactly(shelf);
        assertThat(site.roles().words()).isEqualTo("factory,catalog");
        assertThat(store.entries()).hasSize(1);
        store.forgetAllBut(List.of());
        assertThat(store.sites()).isEmpty();
        assertThat(store.entries()).isEmpty();
    }
}
