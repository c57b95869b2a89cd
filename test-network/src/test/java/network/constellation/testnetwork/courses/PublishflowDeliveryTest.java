package network.constellation.testnetwork.courses;

import static network.constellation.testnetwork.courses.CourseWorld.done;
import static network.constellation.testnetwork.courses.Originals.call;
import static network.constellation.testnetwork.courses.Originals.caller;
import static network.constellation.testnetwork.courses.Originals.raw;
import static network.constellation.testnetwork.courses.Originals.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.courses.CourseOrders;
import network.constellation.peer.courses.CourseSettings;
import network.constellation.peer.courses.CourseShelf;
import network.constellation.peer.courses.CourseVersion;
import network.constellation.peer.courses.NodeRole;
import network.constellation.peer.courses.NodeRoles;
import network.constellation.peer.courses.Publications;
import network.constellation.peer.courses.ShelfOrder;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.status.StatusAnswer;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.vectors.VectorFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Packages and orders by the originals' calls: pieces, publications, what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishflowDeliveryTest {
    private static final int LARGEST_PIECE = 4_194_304;

    private CourseWorld world;

    @BeforeAll
    void start(@TempDir Path folder) {
        Assumptions.assumeTrue(VectorFolder.find().isPresent());
        world = new CourseWorld(folder);
    }

    @AfterAll
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    /** The school asked for the course, so the catalog has an order of it that is not yet fetched. */
    private CourseVersion pendingAtTheCatalog(byte[] content) {
        CourseVersion version = world.add(content, Optional.empty());
        done(world.publish(version));
        Value order = new Value.Struct(Map.of(
                "order", Value.of("pending-" + version.uid()),
                "kind", Value.of("deploy"),
                "user", caller("admin", world.school, world.school),
                "uid", Value.of(version.uid())));
        raw(world.school, world.catalog, "constellation/courses/request", order);
        return world.catalog.get(CourseShelf.class).versions(version.uid()).get(0);
    }

    @Test
    @Tag("CC-47")
    @Tag("CC-48")
    void piecesOfAnySizeGiveTheExactFileAndWrongOnesAreRefused() {
        byte[] content = CourseWorld.sample("course-tgz-26-no-index.mbz");
        CourseVersion version = pendingAtTheCatalog(content);
        long number = 1_000_000_000L + version.id();
        for (int limit : new int[] {1024, LARGEST_PIECE, 0, 1026}) {
            assertThat(whole(number, limit)).as("limit %d", limit).isEqualTo(content);
        }
        StatusAnswer small = deliver(number, 0, 4);
        assertThat(small.text("file")).hasSize(4);
        assertThat(small.field("local")).contains(Value.of(false));
        assertThat(small.text("archivename")).endsWith(".mbz").doesNotContain("/", "\\");
        assertThat(deliver(number, 3, 1024).status()).isEqualTo(500);
        assertThat(deliver(number, -4, 1024).status()).isEqualTo(500);
        assertThat(deliver(number, 0, -4).status()).isEqualTo(500);
        StatusAnswer beyond = deliver(number, 4_000_000, 1024);
        assertThat(beyond.status()).isEqualTo(200);
        assertThat(beyond.text("file")).isEmpty();
        assertThat(beyond.number("remains", -1)).isZero();
        assertThat(deliver(number + 1, 0, 1024).status())
                .as("nobody of the school has an account, and there is no order")
                .isEqualTo(501);
        CourseWorld.person(world.catalog, world.school, "admin", "");
        assertThat(deliver(number + 1, 0, 1024).status()).as("without an order").isEqualTo(510);
    }

    private byte[] whole(long number, int limit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long offset = 0;
        StatusAnswer piece;
        do {
            piece = deliver(number, offset, limit);
            assertThat(piece.status()).as(piece.error()).isEqualTo(200);
            out.writeBytes(Base64.getDecoder().decode(piece.text("file")));
            offset = piece.number("filepos", -1);
        } while (piece.number("remains", -1) > 0);
        return out.toByteArray();
    }

    private StatusAnswer deliver(long number, long offset, long limit) {
        return call(
                world.school,
                world.catalog,
                "delivery_deliver",
                caller("admin", world.school, world.school),
                Value.of(number),
                Value.of(offset),
                Value.of(limit));
    }

    /** As a site of the originals would: its own package, announced by its own record, fetched back by the receiver. */
    @Test
    @Tag("CC-15")
    @Tag("CC-51")
    void anOriginalsOrderIsFetchedInPiecesAndBecomesACourse() {
        CourseVersion version = pendingForTheCatalog();
        CourseWorld.person(world.catalog, world.factory, "paula", CourseWorld.MANAGER);
        Value paula = caller("paula", world.factory, world.factory);
        StatusAnswer answer = call(
                world.factory,
                world.catalog,
                "delivery_publish",
                paula,
                Value.of("publish"),
                Value.of(record(version)),
                Value.of(0));
        assertThat(answer.status()).as(answer.error()).isEqualTo(200);
        assertThat(answer.fields())
                .containsKeys("courseid", "course_idnumber", "catalogcourseid", "username", "remotehostroot");
        Course course = world.catalog
                .get(Platform.class)
                .courses()
                .find(answer.number("courseid", 0))
                .orElseThrow();
        assertThat(course.idNumber()).isEqualTo(version.uid());
        assertThat(world.shown()).contains(version.uid() + " v1");

        StatusAnswer sessions =
                call(world.factory, world.catalog, "delivery_get_sessions", paula, Value.of(version.uid()));
        assertThat(((Value.Arr) sessions.field("sessions").orElseThrow()).items())
                .hasSize(1);
        assertThat(sessions.number("canpublish", -1)).isEqualTo(1);
        StatusAnswer exists = call(
                world.factory,
                world.catalog,
                "publishflow_rpc_course_exists_wrapped",
                new Value.Struct(Map.of(
                        "callinguser", paula,
                        "idfield", Value.of("idnumber"),
                        "courseidentifier", Value.of(version.uid()),
                        "whereroot", Value.of(""))));
        assertThat(exists.number("visible", -1)).isEqualTo(1);

        StatusAnswer hidden = call(
                world.factory,
                world.catalog,
                "delivery_publish",
                paula,
                Value.of("unpublish"),
                Value.of(record(version)),
                Value.of(0));
        assertThat(hidden.status()).isEqualTo(200);
        assertThat(world.shown()).doesNotContain(version.uid() + " v1");
        assertThat(call(world.factory, world.catalog, "delivery_publish", paula, Value.of("burn"), Value.of("{}"))
                        .status())
                .isEqualTo(500);
    }

    /** An order at the factory that lets the catalog fetch: the publication is refused, so it stays open. */
    private CourseVersion pendingForTheCatalog() {
        CourseVersion version = world.add(CourseWorld.sample("course-tgz-32-with-files.mbz"), Optional.empty());
        world.factory
                .get(CourseSettings.class)
                .setRoles(NodeRoles.of(NodeRole.FACTORY, NodeRole.CATALOG), TestNetwork.ACTOR);
        CourseOrders orders = world.factory.get(CourseOrders.class);
        String here = orders.newNumber();
        world.factory.get(Publications.class).publish(here, version, world.factory.wwwroot(), Optional.empty(), false);
        assertThat(CourseWorld.ended(world.factory, here).state()).isEqualTo(ShelfOrder.State.DONE);
        Value order = new Value.Struct(Map.of(
                "order", Value.of("fetched-by-catalog-" + version.id()),
                "kind", Value.of("publish"),
                "user", caller("admin", world.catalog, world.catalog),
                "uid", Value.of(version.uid())));
        raw(world.catalog, world.factory, "constellation/courses/request", order);
        world.factory.get(CourseSettings.class).setRoles(NodeRoles.of(NodeRole.FACTORY), TestNetwork.ACTOR);
        return version;
    }
}
