package network.constellation.testnetwork.courses;

import static network.constellation.testnetwork.courses.Originals.PREFIX;
import static network.constellation.testnetwork.courses.Originals.call;
import static network.constellation.testnetwork.courses.Originals.caller;
import static network.constellation.testnetwork.courses.Originals.raw;
import static network.constellation.testnetwork.courses.Originals.struct;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.courses.CourseSettings;
import network.constellation.peer.courses.NodeRole;
import network.constellation.peer.courses.NodeRoles;
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
