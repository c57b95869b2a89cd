package network.constellation.testnetwork.courses;

import static network.constellation.testnetwork.courses.CourseWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.courses.CourseSettings;
import network.constellation.peer.courses.CourseVersion;
import network.constellation.peer.courses.NodeRole;
import network.constellation.peer.courses.NodeRoles;
import network.constellation.peer.courses.ShelfOrder;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.status.StatusAnswer;
import network.constellation.protocol.method.status.StatusCodecs;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.vectors.VectorFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The originals' calls, made raw by one site at another: their shapes, and the holes that are closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishflowCallsTest {
    private static final String PREFIX = "blocks/publishflow/rpclib.php/";
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

    private static Value raw(TestSite from, TestSite to, String method, Value... arguments) {
        return from.get(PeerClient.class)
                .rawCall(from.get(Peers.class).require(to.wwwroot()), method, List.of(arguments));
    }

    private static StatusAnswer call(TestSite from, TestSite to, String function, Value... arguments) {
        return StatusCodecs.answer().decode(raw(from, to, PREFIX + function, arguments));
    }

    private static Value caller(String username, TestSite home, TestSite site) {
        return struct(
                "username",
                username,
                "remoteuserhostroot",
                home.wwwroot().value(),
                "remotehostroot",
                site.wwwroot().value());
    }

    private static Value struct(String... members) {
        Map<String, Value> struct = new java.util.LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            struct.put(members[i], Value.of(members[i + 1]));
        }
        return new Value.Struct(struct);
    }

    private static String record(CourseVersion version) {
        return StatusCodecs.text(new Value.Struct(Map.of(
                "id", Value.of(1_000_000_000L + version.id()),
                "idnumber", Value.of(version.uid()),
                "fullname", Value.of(version.sheet().title()),
                "shortname", Value.of(version.sheet().shortname()))));
    }

    private static int courses(TestSite site) {
        return site.get(Platform.class).courses().list(false).size();
    }

    @Test
    @Tag("CC-1")
    @Tag("CC-3")
    void aSiteTellsItsRolesInTheOldSpellingAndItsVisibleCategories() {
        CourseSettings settings = world.factory.get(CourseSettings.class);
        settings.setRoles(NodeRoles.of(NodeRole.CATALOG, NodeRole.FACTORY), TestNetwork.ACTOR);
        Platform platform = world.factory.get(Platform.class);
        long parent = platform.courses().createCategory("Twice", "", "", 0).id();
        platform.courses().createCategory("Twice", "", "", parent);
        Value asked = struct("username", "", "userwwwroot", "x", "remotewwwroot", "y");

        Value.Str text = (Value.Str)
                raw(world.school, world.factory, PREFIX + "publishflow_updateplatforms", asked, Value.of("ignored"));
        Value.Struct answer = (Value.Struct) StatusCodecs.parse(text.value());
        assertThat(answer.members().get("status")).isEqualTo(Value.of(200));
        assertThat(answer.members().get("node")).isEqualTo(Value.of("factory,catalog"));
        List<Value> content = ((Value.Arr) answer.members().get("content")).items();
        assertThat(content)
                .allSatisfy(shelf -> assertThat(((Value.Struct) shelf).members())
                        .containsOnlyKeys("id", "name", "parentid", "sortorder"))
                .filteredOn(
                        shelf -> ((Value.Struct) shelf).members().get("name").equals(Value.of("Twice")))
                .hasSize(2)
                .anyMatch(shelf ->
                        ((Value.Struct) shelf).members().get("parentid").equals(Value.of(parent)));

        Value old = raw(world.school, world.factory, "block/publishflow/rpclib.php/publishflow_updateplatforms", asked);
        assertThat(StatusCodecs.answer().decode(old).text("node")).isEqualTo("factory,catalog");
        settings.setRoles(NodeRoles.of(NodeRole.FACTORY), TestNetwork.ACTOR);
    }

    @Test
    @Tag("CC-2")
    void aSiteWithoutRoleAnswersStatus500() {
        CourseSettings settings = world.school.get(CourseSettings.class);
        settings.setRoles(NodeRoles.of(), TestNetwork.ACTOR);
        StatusAnswer answer = call(world.factory, world.school, "publishflow_updateplatforms", struct());
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.error()).contains("role");
        settings.setRoles(NodeRoles.of(NodeRole.LEARNING_AREA), TestNetwork.ACTOR);
    }

    @Test
    @Tag("CC-5")
    void aCallerWithGapsAnUnknownOneAndOneWithoutRightAreToldApart() {
        CourseWorld.person(world.school, world.catalog, "plain", "");
        int before = courses(world.school);
        String course = "{\"id\": 7, \"idnumber\": \"u-1\", \"fullname\": \"F\", \"shortname\": \"S\"}";
        Value gaps = struct(
                "username", "plain", "remotehostroot", world.catalog.wwwroot().value());
        assertThat(deploy(gaps, course)).isEqualTo(501);
        assertThat(deploy(caller("nobody", world.catalog, world.catalog), course))
                .isEqualTo(501);
        assertThat(deploy(caller("plain", world.catalog, world.catalog), course))
                .isEqualTo(510);
        assertThat(courses(world.school)).isEqualTo(before);
    }

    private int deploy(Value caller, String course, String... override) {
        return call(
                        world.catalog,
                        world.school,
                        "delivery_deploy",
                        caller,
                        Value.of(course),
                        Value.of(1),
                        struct(override),
                        Value.of(true))
                .status();
    }

    @Test
    @Tag("CC-6")
    void aSiteThatSpeaksInAnothersNameIsRefusedAndAudited() {
        CourseWorld.person(world.school, world.factory, "fred", CourseWorld.MANAGER);
        Value lie = caller("fred", world.factory, world.factory);
        assertThat(call(
                                world.catalog,
                                world.school,
                                "publishflow_rpc_check_user",
                                lie,
                                Value.of("block/publishflow:deploy"))
                        .status())
                .isEqualTo(501);
        assertThat(world.school.audited(line -> line.event().name().equals("course.impersonation")
                        && line.event().peer() != null
                        && line.event().peer().equals(world.catalog.wwwroot().value())))
                .isNotEmpty();
        Value elsewhere = caller("fred", world.factory, world.catalog);
        assertThat(call(
                                world.catalog,
                                world.school,
                                "publishflow_rpc_check_user",
                                elsewhere,
                                Value.of("block/publishflow:deploy"))
                        .status())
                .as("his home does not say that he is at the catalog")
                .isEqualTo(501);
        Value truth = caller("fred", world.factory, world.factory);
        assertThat(raw(
                        world.factory,
                        world.school,
                        PREFIX + "publishflow_rpc_check_user",
                        truth,
                        Value.of("block/publishflow:deploy")))
                .as("accepted is an empty string")
                .isEqualTo(Value.of(""));
    }

    @Test
    @Tag("CC-7")
    void aProfileFieldStandsForTheRightToDeployOnly() {
        User user = CourseWorld.person(world.school, world.catalog, "zero", "");
        Platform platform = world.school.get(Platform.class);
        platform.users().update(user.id(), user.profile().with("profile_field_level", "0"));
        platform.settings().set(CourseSettings.COMPONENT, "deployprofilefield", "profile_field_level");
        platform.settings().set(CourseSettings.COMPONENT, "deployprofilefieldvalue", "0");
        Value zero = caller("zero", world.catalog, world.catalog);
        assertThat(mayAnywhere(zero, "block/publishflow:deploy")).isEqualTo(200);
        assertThat(mayAnywhere(zero, "block/publishflow:publish")).isEqualTo(510);
        platform.settings().set(CourseSettings.COMPONENT, "deployprofilefieldvalue", "1");
        assertThat(mayAnywhere(zero, "block/publishflow:deploy")).isEqualTo(510);
    }

    private int mayAnywhere(Value caller, String capability) {
        return call(
                        world.catalog,
                        world.school,
                        "publishflow_rpc_check_user",
                        caller,
                        Value.of(capability),
                        Value.of("any"),
                        Value.of(true))
                .status();
    }

    @Test
    @Tag("CC-8")
    void aRightToDeployEverywhereDoesNotBindTheTarget() {
        CourseWorld.person(world.catalog, world.catalog, "eve", CourseWorld.MANAGER);
        CourseWorld.person(world.school, world.catalog, "eve", "");
        assertThat(deploy(caller("eve", world.catalog, world.catalog), "{\"id\": 7, \"idnumber\": \"u-8\"}"))
                .as("deployeverywhere at home is no right here")
                .isEqualTo(510);
    }

    @Test
    @Tag("CC-18")
    void withoutAnyCategoryNothingIsMade() {
        CourseWorld.person(world.school, world.catalog, "carl", CourseWorld.MANAGER);
        CourseSettings settings = world.school.get(CourseSettings.class);
        settings.setDeployCategory(Optional.empty(), TestNetwork.ACTOR);
        int before = courses(world.school);
        Value carl = caller("carl", world.catalog, world.catalog);
        assertThat(deploy(carl, "{\"id\": 7, \"idnumber\": \"u-18\"}")).isEqualTo(500);
        settings.setDeployCategory(Optional.of(world.schoolShelf), TestNetwork.ACTOR);
        assertThat(deploy(carl, "{\"id\": 7, \"idnumber\": \"u-18\"}", "category", "99999"))
                .as("a category that is gone")
                .isEqualTo(500);
        assertThat(courses(world.school)).isEqualTo(before);
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
        return world.catalog
                .get(network.constellation.peer.courses.CourseShelf.class)
                .versions(version.uid())
                .get(0);
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
        network.constellation.peer.courses.CourseOrders orders =
                world.factory.get(network.constellation.peer.courses.CourseOrders.class);
        String here = orders.newNumber();
        world.factory
                .get(network.constellation.peer.courses.Publications.class)
                .publish(here, version, world.factory.wwwroot(), Optional.empty(), false);
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

    @Test
    void openingAndClosingFromAfarSaysHonestlyThatItIsNotDone() {
        CourseWorld.person(world.school, world.catalog, "olga", CourseWorld.MANAGER);
        long id = world.school
                .get(Platform.class)
                .courses()
                .create(CourseDraft.of("OPEN", "Open me", world.schoolShelf))
                .id();
        StatusAnswer answer = call(
                world.catalog,
                world.school,
                "publishflow_rpc_close_course",
                caller("olga", world.catalog, world.catalog),
                Value.of("id"),
                Value.of(Long.toString(id)),
                Value.of(""),
                Value.of("0"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(world.school
                        .get(Platform.class)
                        .courses()
                        .find(id)
                        .orElseThrow()
                        .visible())
                .isTrue();
    }
}
