package network.constellation.testnetwork.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformSettings;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.administration.AdminCall;
import network.constellation.protocol.method.administration.AdminCaller;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The originals' functions of super-administration at a real site, called by its hub and by others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
    private static final Value.Struct NO_PARAMETERS = new Value.Struct(Map.of());

    private TestNetwork network;
    private TestSite hub;
    private TestSite site;
    private TestSite sibling;
    private int calls;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        hub = network.hub();
        site = network.site("site");
        sibling = network.site("sibling");
        network.inviteAndJoin(site, 1);
        network.inviteAndJoin(sibling, 1);
        network.awaitMesh(2);
        // The worst a site can do to itself: it lets a sibling reach the functions too.
        Set<String> services = Set.of("sso_idp", "sso_sp", "mnetadmin", "dataexchange");
        site.get(Services.class)
                .set(Optional.of(sibling.wwwroot()), Optional.of(services), Optional.empty(), TestNetwork.ACTOR);
        sibling.get(Services.class)
                .set(Optional.of(site.wwwroot()), Optional.empty(), Optional.of(services), TestNetwork.ACTOR);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private PlatformSettings settings() {
        return site.get(Platform.class).settings();
    }

    private AdminCaller caller(TestSite from) {
        String call = String.format("%032x", ++calls);
        return new AdminCaller("claire", hub.wwwroot().value(), from.wwwroot().value(), call, "");
    }

    private JsonNode call(TestSite from, AdminMethods.Function function, Value... arguments) {
        return call(from, function.method(), AdminCall.of(caller(from), arguments));
    }

    private JsonNode call(TestSite from, NetworkMethod<AdminCall, String> method, AdminCall call) {
        try {
            return new JsonMapper()
                    .readTree(from.get(PeerClient.class).call(from.peer(site).orElseThrow(), method, call));
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private static void assertShape(JsonNode answer) {
        assertThat(answer.path("status").isInt()).isTrue();
        assertThat(answer.path("error").isTextual()).isTrue();
        assertThat(answer.path("errors").isArray()).isTrue();
        assertThat(answer.toString()).doesNotContain("<", "\tat ");
    }

    private static List<Value> anything(AdminMethods.Function function) {
        return switch (function.name()) {
            case "mnetadmin_rpc_run_sql_command" -> List.of(Value.of("select id from {user}"));
            case "mnetadmin_rpc_set_role_capabilities" ->
                List.of(
                        new Value.Struct(Map.of("shortname", Value.of("student"))),
                        new Value.Struct(Map.of("moodle/course:delete", Value.of(1))));
            case "mnetadmin_rpc_set_plugins_states" ->
                List.of(Value.of("mod"), new Value.Struct(Map.of("quiz", Value.of(0))));
            case "mnetadmin_rpc_get_table_data" -> List.of(Value.of("config"));
            case "mnetadmin_rpc_import_table_content" -> List.of(Value.of("config"), Value.of("W10="));
            default -> List.of(Value.of("fullname"), Value.of("core"));
        };
    }

    @Test
    @Tag("NA-26")
    void aSiblingThatClaimsToBeTheHubIsRefused() {
        AdminCaller asHub = caller(hub);
        JsonNode claimed = call(
                sibling,
                AdminMethods.SET_CONFIG.method(),
                AdminCall.of(asHub, Value.of("motto"), Value.of("Mine"), Value.of("core")));
        assertThat(claimed.path("status").intValue()).isEqualTo(510);
        assertShape(claimed);
        assertThat(settings().get("core", "motto")).isEmpty();
        assertThat(refusals(asHub.callId()))
                .singleElement()
                .satisfies(line -> assertThat(line.details()).containsEntry("reason", "impersonation"));
    }

    @Test
    @Tag("NA-26")
    void aSiblingInItsOwnNameIsRefusedToo() {
        JsonNode own = call(sibling, AdminMethods.SET_CONFIG, Value.of("motto"), Value.of("Mine"), Value.of("core"));
        assertThat(own.path("status").intValue()).isEqualTo(510);
        assertThat(settings().get("core", "motto")).isEmpty();
    }

    @Test
    @Tag("NA-28")
    void anAccountOfTheCallersNameIsNoAuthority() {
        User claire = site.get(Platform.class)
                .users()
                .create(
                        new UserKey(site.wwwroot(), "claire"),
                        "manual",
                        Profile.of("Claire", "Bernard", "claire@example.org"));
        site.get(Platform.class).users().siteAdministrator(claire.id(), true);
        assertThat(call(sibling, AdminMethods.PURGE_CACHES).path("status").intValue())
                .isEqualTo(510);
    }

    @Test
    @Tag("NA-27")
    void everyDeclaredFunctionIsRefusedWithoutGrantAndOneWithdrawalStopsTheNextCall() {
        Grants grants = site.get(Grants.class);
        List<Operation> before = grants.open(hub.wwwroot());
        assertThat(before).isEqualTo(Operation.onJoining());
        grants.withdraw(hub.wwwroot(), List.of(Operation.values()), TestNetwork.ACTOR);
        List<String> refused = new ArrayList<>();
        try {
            for (AdminMethods.Function function : AdminMethods.FUNCTIONS) {
                for (NetworkMethod<AdminCall, String> method : function.methods()) {
                    JsonNode answer = call(
                            hub,
                            method,
                            AdminCall.of(caller(hub), anything(function).toArray(new Value[0])));
                    assertShape(answer);
                    assertThat(answer.path("status").intValue())
                            .as(method.name())
                            .isEqualTo(510);
                    refused.add(method.name());
                }
            }
        } finally {
            grants.grant(hub.wwwroot(), before, "", null, TestNetwork.ACTOR);
        }
        assertThat(refused).hasSameSizeAs(AdminMethods.ALL);
        assertThat(call(hub, AdminMethods.PURGE_CACHES).path("status").intValue())
                .isEqualTo(200);
    }

    @Test
    @Tag("NA-27")
    void aGrantMayBeNarrowAndEndByItself() {
        Grants grants = site.get(Grants.class);
        try {
            grants.grant(
                    hub.wwwroot(),
                    List.of(Operation.CONFIG_SET),
                    "mod_quiz/*",
                    site.clock().instant().plus(Duration.ofDays(1)),
                    TestNetwork.ACTOR);
            assertThat(set("mod_quiz", "attempts", "3").path("status").intValue())
                    .isEqualTo(200);
            assertThat(set("core", "lang", "fr").path("status").intValue()).isEqualTo(510);
            grants.grant(
                    hub.wwwroot(),
                    List.of(Operation.CONFIG_SET),
                    "",
                    site.clock().instant().plusMillis(1),
                    TestNetwork.ACTOR);
            TestNetwork.await(() -> set("core", "lang", "fr").path("status").intValue() == 510);
        } finally {
            grants.grant(hub.wwwroot(), List.of(Operation.CONFIG_SET), "", null, TestNetwork.ACTOR);
        }
    }

    private JsonNode set(String component, String name, String value) {
        return call(hub, AdminMethods.SET_CONFIG, Value.of(name), Value.of(value), Value.of(component));
    }

    @Test
    @Tag("NA-30")
    void aMalformedCallerIsAnsweredBy501() {
        Map<String, Value> whole = Map.of(
                "username", Value.of("claire"),
                "remoteuserhostroot", Value.of(hub.wwwroot().value()),
                "remotehostroot", Value.of(hub.wwwroot().value()));
        List<Value> callers = new ArrayList<>(List.of(
                new Value.Nil(),
                Value.of("claire"),
                Value.array(List.of()),
                NO_PARAMETERS,
                with(whole, "username", Value.of("")),
                with(whole, "username", Value.of("x".repeat(5_000))),
                with(whole, "remotehostroot", Value.of(7)),
                with(whole, "callid", Value.of("../../etc"))));
        for (Value caller : callers) {
            JsonNode answer = call(hub, AdminMethods.PURGE_CACHES.method(), new AdminCall(caller, List.of()));
            assertThat(answer.path("status").intValue()).as(caller.toString()).isEqualTo(501);
            assertShape(answer);
        }
    }

    private static Value with(Map<String, Value> members, String name, Value value) {
        Map<String, Value> changed = new java.util.HashMap<>(members);
        changed.put(name, value);
        return new Value.Struct(changed);
    }

    @Test
    @Tag("NA-31")
    void onlyOneNamedSettingThatIsNoSecretIsRead() {
        settings().set("core", "supportname", "Help desk");
        settings().set("core", "smtppass", "hunter2");
        settings().set("mod_lti", "sharedsecret", "hunter2");
        for (String key : List.of(
                "", "%", "*", "support", "upportnam", "supportname%", "support.*", "smtppass", "sharedsecret")) {
            JsonNode answer = call(
                    hub, AdminMethods.FETCH_CONFIG, Value.of(key), Value.of(key.startsWith("shared") ? "mod_lti" : ""));
            assertThat(answer.path("status").intValue()).as(key).isEqualTo(503);
            assertThat(answer.toString()).doesNotContain("hunter2");
        }
        JsonNode exact = call(hub, AdminMethods.FETCH_CONFIG, Value.of("supportname"), Value.of(""));
        assertThat(exact.path("value").textValue()).isEqualTo("Help desk");
        assertThat(set("core", "smtppass", "mine").path("status").intValue()).isEqualTo(503);
    }

    @Test
    @Tag("NA-32")
    void everyCallLeavesALineUnderItsCallIdAtTheSite() {
        AdminCaller accepted = caller(hub);
        call(hub, AdminMethods.PURGE_CACHES.method(), AdminCall.of(accepted));
        AdminCaller refused = caller(hub);
        call(hub, AdminMethods.SET_CONFIG.method(), AdminCall.of(refused, Value.of("a b"), Value.of("x")));
        assertThat(lines("order.executed", accepted.callId())).hasSize(1);
        assertThat(refusals(refused.callId())).hasSize(1);
    }

    private List<AuditEvent> refusals(String call) {
        return lines("order.refused", call);
    }

    private List<AuditEvent> lines(String name, String call) {
        return site
                .audited(line -> line.event().name().equals(name)
                        && call.equals(line.event().details().get("call")))
                .stream()
                .map(AuditLine::event)
                .toList();
    }

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
}
