package network.constellation.testnetwork.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PluginState;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminCall;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.testnetwork.TestNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the functions of super-administration answer and do at a real site. */
class FunctionsTest extends HubAndSite {
    @Test
    @Tag("NA-33")
    void theSameCallAgainHasTheFirstAnswerAndNoSecondEffect() {
        settings().set("core", "theme", "boost");
        AdminCall call = AdminCall.of(caller(hub), Value.of("theme"), Value.of("classic"), Value.of(""));
        JsonNode first = call(hub, AdminMethods.SET_CONFIG.method(), call);
        assertShape(first);
        assertThat(first.path("former").textValue()).isEqualTo("boost");
        settings().set("core", "theme", "changed by hand");
        assertThat(call(hub, AdminMethods.SET_CONFIG.method(), call)).isEqualTo(first);
        assertThat(settings().get("core", "theme")).contains("changed by hand");
        AdminCall reused = new AdminCall(call.caller(), List.of(Value.of("theme"), Value.of("other"), Value.of("")));
        assertThat(call(hub, AdminMethods.SET_CONFIG.method(), reused)
                        .path("status")
                        .intValue())
                .isEqualTo(503);
    }

    @Test
    @Tag("NA-33")
    void pluginsRolesAndMaintenanceAnswerAsTheOriginals() {
        JsonNode states = call(hub, AdminMethods.GET_PLUGINS_INFO, Value.of("mod"));
        assertThat(states.path("value").path("quiz").intValue()).isEqualTo(1);
        assertThat(call(hub, AdminMethods.GET_PLUGINS_INFO, Value.of("nosuch"))
                        .path("status")
                        .intValue())
                .isEqualTo(520);
        JsonNode hidden = call(
                hub,
                AdminMethods.SET_PLUGINS_STATES,
                Value.of("mod"),
                new Value.Struct(Map.of("quiz", Value.of("disable"))));
        assertThat(hidden.path("status").intValue()).isEqualTo(200);
        assertThat(hidden.path("former").path("quiz").intValue()).isEqualTo(1);
        assertThat(site.get(Platform.class).plugins().isEnabled("mod", "quiz")).isFalse();
        JsonNode half = call(
                hub,
                AdminMethods.SET_PLUGINS_STATES,
                Value.of("mod"),
                new Value.Struct(Map.of("forum", Value.of(0), "nosuch", Value.of(0))));
        assertThat(half.path("status").intValue()).isEqualTo(520);
        assertThat(site.get(Platform.class).plugins().isEnabled("mod", "forum")).isTrue();

        call(hub, AdminMethods.SET_MAINTENANCE, Value.of("Back at ten."), Value.of(false));
        assertThat(settings().get("core", "maintenance_message")).contains("Back at ten.");
        JsonNode off = call(hub, AdminMethods.SET_MAINTENANCE, Value.of("OFF"), Value.of(false));
        assertThat(off.path("former").path("message").textValue()).isEqualTo("Back at ten.");
        assertThat(settings().get("core", "maintenance_enabled")).isEmpty();
    }

    @Test
    @Tag("NA-40")
    void aMissingRoleIsMadeAndAnUnknownCapabilityReportedWhileTheOthersAreApplied() {
        JsonNode answer = call(
                hub,
                AdminMethods.SET_ROLE_CAPABILITIES,
                new Value.Struct(Map.of("shortname", Value.of("tutor"), "name", Value.of("Tutor"))),
                new Value.Struct(Map.of("moodle/course:view", Value.of(1), "mod/nosuch:do", Value.of(1))),
                Value.of(true));
        assertThat(answer.path("status").intValue()).isEqualTo(520);
        assertThat(answer.path("errors").toString()).contains("mod/nosuch:do");
        assertThat(answer.path("applied").toString()).isEqualTo("[\"moodle/course:view\"]");
        assertThat(site.get(Platform.class).roles().sheet("tutor")).containsOnlyKeys("moodle/course:view");
        JsonNode sheet = call(hub, AdminMethods.GET_ROLE_CAPABILITIES, Value.of("tutor"));
        assertThat(sheet.path("value")
                        .path("moodle/course:view")
                        .path("permission")
                        .intValue())
                .isEqualTo(1);
        assertThat(sheet.path("value").has("moodle/course:delete")).isTrue();
        assertThat(sheet.path("value").path("moodle/course:delete").isNull()).isTrue();
        assertThat(sheet.path("value").has("mod/nosuch:do")).isFalse();
    }

    @Test
    void sqlReadsOneSelectOverTheListedTablesAndNothingElse() {
        Grants grants = site.get(Grants.class);
        assertThat(sql("select count(*) as n from {user}").path("status").intValue())
                .isEqualTo(510);
        grants.grant(hub.wwwroot(), List.of(Operation.SQL_QUERY), "", null, TestNetwork.ACTOR);
        try {
            JsonNode count = sql("SELECT count(*) AS n FROM mdl_role r JOIN {role_capabilities} c ON c.roleid = r.id;");
            assertThat(count.path("error").textValue()).isEmpty();
        } finally {
            grants.withdraw(hub.wwwroot(), List.of(Operation.SQL_QUERY), TestNetwork.ACTOR);
        }
    }

    @Test
    void sqlIsBoundAndBounded() {
        Grants grants = site.get(Grants.class);
        grants.grant(hub.wwwroot(), List.of(Operation.SQL_QUERY), "", null, TestNetwork.ACTOR);
        try {
            JsonNode roles = sql("select shortname from {role} where shortname <> 'x' order by sortorder");
            assertThat(roles.path("status").intValue()).as(roles.toString()).isEqualTo(200);
            assertThat(roles.path("value").path("shortname").textValue()).isEqualTo("manager");
            for (String query : List.of(
                    "delete from {user}",
                    "select 1 from {user}; drop table audit",
                    "select * from audit",
                    "select id from platform_user",
                    "select \"id\" from {user}",
                    "select password from {user}",
                    "select file_read('x') from {user}",
                    "select id from {user} -- all",
                    "select id from {user} /* all */",
                    "select id from {user}, {course}",
                    "select id as platform_user from {user} join platform_user on true",
                    "update {user} set id = 1",
                    "with x as (select 1) select id from {user}",
                    "select id from information_schema.tables")) {
                assertThat(sql(query).path("status").intValue()).as(query).isEqualTo(503);
            }
        } finally {
            grants.withdraw(hub.wwwroot(), List.of(Operation.SQL_QUERY), TestNetwork.ACTOR);
        }
    }

    private JsonNode sql(String query) {
        return call(hub, AdminMethods.RUN_SQL_COMMAND, Value.of(query), NO_PARAMETERS, Value.of(true));
    }

    @Test
    @Tag("NA-44")
    void importingATableIsAtomic() {
        Grants grants = site.get(Grants.class);
        grants.grant(hub.wwwroot(), List.of(Operation.TABLE_READ, Operation.TABLE_IMPORT), "", null, TestNetwork.ACTOR);
        settings().set("mod_page", "display", "5");
        JsonNode before = call(hub, AdminMethods.GET_TABLE_DATA, Value.of("config_plugins"), Value.of(""));
        String damaged = "[{\"plugin\":\"mod_page\",\"name\":\"display\",\"value\":\"9\"},"
                + "{\"plugin\":\"mod_page\",\"name\":\"a b\",\"value\":\"1\"}]";
        JsonNode refused = importTable(damaged);
        assertThat(refused.path("status").intValue()).isEqualTo(520);
        assertThat(call(hub, AdminMethods.GET_TABLE_DATA, Value.of("config_plugins"), Value.of("")))
                .isEqualTo(before);
        JsonNode done = importTable("[{\"plugin\":\"mod_page\",\"name\":\"display\",\"value\":\"9\"}]");
        assertThat(done.path("message").textValue()).isEqualTo("1 records imported");
        assertThat(settings().get("mod_page", "display")).contains("9");
        assertThat(importTable(done.path("former").toString()).path("status").intValue())
                .isEqualTo(200);
        assertThat(settings().get("mod_page", "display")).contains("5");
    }

    private JsonNode importTable(String rows) {
        return call(
                hub,
                AdminMethods.IMPORT_TABLE_CONTENT,
                Value.of("config_plugins"),
                Value.of(Base64.getEncoder().encodeToString(rows.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aHiddenKindOfActivityIsHiddenInEveryCourse() {
        Platform platform = site.get(Platform.class);
        long shelf = platform.courses().createCategory("Sciences", "", "", 0).id();
        long course = platform.courses()
                .create(CourseDraft.of("PHYS", "Physics", shelf))
                .id();
        platform.contents()
                .replace(
                        course,
                        CourseOutline.of(List.of(CourseSection.of(
                                "One",
                                List.of(
                                        CourseActivity.of("1", "wiki", "Notes", ""),
                                        CourseActivity.of("2", "page", "Read", "Text"))))));
        assertThat(shown(platform, course)).containsExactly("Notes", "Read");
        call(hub, AdminMethods.SET_PLUGINS_STATES, Value.of("mod"), new Value.Struct(Map.of("wiki", Value.of(0))));
        assertThat(shown(platform, course)).containsExactly("Read");
        platform.plugins().set("mod", "wiki", PluginState.ENABLED);
        assertThat(shown(platform, course)).containsExactly("Notes", "Read");
    }

    private static List<String> shown(Platform platform, long course) {
        return platform.contents().outline(course).activities().stream()
                .filter(CourseActivity::visible)
                .map(CourseActivity::title)
                .toList();
    }
}
