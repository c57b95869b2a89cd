package network.constellation.testnetwork.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.peers.Services;
import network.constellation.peer.platform.Platform;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may call the functions of super-administration at a real site: its hub, within what the site grants. */
class CommandsTest extends HubAndSite {
    private TestSite sibling;

    @BeforeAll
    void joinSibling() {
        sibling = network.site("sibling");
        network.inviteAndJoin(sibling, 1);
        network.awaitMesh(2);
        // The worst a site can do to itself: it lets a sibling reach the functions too.
        Set<String> services = Set.of("sso_idp", "sso_sp", "mnetadmin", "dataexchange");
        site.get(Services.class)
                .set(Optional.of(sibling.wwwroot()), Optional.of(services), Optional.empty(), TestNetwork.ACTOR);
        sibling.get(Services.class)
                .set(Optional.of(site.wwwroot()), Optional.empty(), Optional.of(services), TestNetwork.ACTOR);
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
            case "mnetadmin_rpc_bind_peer" ->
                List.of(new Value.Struct(Map.of("wwwroot", Value.of("http://m.example"))), NO_PARAMETERS);
            case "mnetadmin_rpc_unbind_peer" -> List.of(Value.of("http://m.example"));
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
}
