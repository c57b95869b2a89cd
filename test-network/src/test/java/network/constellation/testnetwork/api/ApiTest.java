package network.constellation.testnetwork.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiTokens;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.Visitor;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.api.Program.Answer;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Programs do what the command line does, as far as their token is good, and are told in JSON why not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
    private final HttpClient http = Program.client();
    private TestNetwork network;
    private TestSite hub;
    private TestSite site;
    private Program all;

    @BeforeAll
    void start(@TempDir Path folder) {
        network = TestNetwork.found(folder, "api { per-minute = 400, refusals-per-minute = 3 }\n");
        hub = network.hub();
        site = network.site("a");
        hub.get(SubNetworks.class).create(Optional.of(1), "One", TestNetwork.ACTOR);
        network.inviteAndJoin(site, 1);
        all = program("everything", EnumSet.allOf(ApiScope.class));
    }

    @AfterAll
    void stop() {
        Program.stop(http);
        if (network != null) {
            network.close();
        }
    }

    private Program program(String name, Set<ApiScope> scopes) {
        return new Program(
                http,
                hub,
                hub.get(ApiTokens.class)
                        .create(name, scopes, Duration.ofDays(1), "ada")
                        .secret());
    }

    @Test
    void aProgramListsTagsAndShowsSites() {
        Answer tagged =
                all.post("/peers/tags", "{\"address\":\"" + site.wwwroot() + "\",\"add\":[\"North\",\"wave-1\"]}");
        assertThat(tagged.status()).as(tagged.text()).isEqualTo(200);
        assertThat(texts(tagged.body().path("tags"))).containsExactly("north", "wave-1");
        JsonNode found = all.get("/peers?tag=north&search=a.localhost").body();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("peers").get(0).path("address").asText())
                .isEqualTo(site.wwwroot().value());
        assertThat(all.get("/peers?tag=south").body().path("total").asInt()).isZero();
        assertThat(all.get("/peers?state=suspended").body().path("total").asInt())
                .isZero();
        assertThat(all.get("/tags").body().path("tags").path("north").asInt()).isEqualTo(1);
        assertThat(all.get("/peer?address=" + site.wwwroot().value())
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("admitted");
        assertThat(hub.audited(line -> line.event().name().equals("member.tagged")
                        && line.event().actor().equals("token everything of ada")))
                .hasSize(1);
    }

    @Test
    void aProgramInvitesMakesASubNetworkAndJoinsASiteToIt() {
        Answer invited = all.post("/invitations", "{\"name\":\"Lycée B\",\"subnetwork\":1}");
        assertThat(invited.body().path("invitation").asText()).isNotEmpty();
        assertThat(all.get("/invitations").body().path("invitations").size()).isPositive();
        Answer made = all.post("/subnetworks", "{\"name\":\"Two\"}");
        int number = made.body().path("number").asInt();
        Answer joined = all.post("/subnetworks/" + number + "/join", "{\"address\":\"" + site.wwwroot() + "\"}");
        assertThat(joined.body().path("job").asText()).isNotEmpty();
        assertThat(all.get("/subnetworks").body().path("subnetworks").toString())
                .contains(site.wwwroot().value());
        assertThat(all.post("/subnetworks/77/join", "{\"address\":\"" + site.wwwroot() + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(all.get("/links?missing=true").status()).isEqualTo(200);
    }

    @Test
    void aProgramReadsLinksInParts() {
        TestSite other = network.site("b");
        hub.get(SubNetworks.class).create(Optional.of(9), "Nine", TestNetwork.ACTOR);
        network.inviteAndJoin(other, 9);
        hub.get(SubNetworks.class).join(9, site.wwwroot(), TestNetwork.ACTOR);
        network.awaitMesh(2);
        JsonNode part = all.get("/links?limit=1&offset=1").body();
        assertThat(part.path("total").asInt()).isEqualTo(2);
        assertThat(part.path("links").size()).isEqualTo(1);
        assertThat(all.get("/links?offset=2").body().path("links").size()).isZero();
        JsonNode its = all.get("/links?address=" + other.wwwroot()).body();
        assertThat(its.path("total").asInt()).isEqualTo(2);
        assertThat(its.path("links").get(0).path("state").asText()).isEqualTo("linked");
        assertThat(all.get("/links?missing=true&address=" + other.wwwroot())
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(all.get("/links?limit=0").message()).contains("from 1 to 5000");
        assertThat(all.get("/links?limit=5001").status()).isEqualTo(400);
        assertThat(all.get("/links?offset=-1").status()).isEqualTo(400);
    }

    @Test
    void aProgramPlansAnOrderAndReadsTheReportAndTheAudit() {
        assertThat(all.get("/order-commands").body().toString()).contains("config-get");
        Answer planned = all.post(
                "/orders", "{\"command\":\"config-get\",\"parameters\":{\"key\":\"lang\"},\"targets\":[\"all\"]}");
        assertThat(planned.status()).as(planned.text()).isEqualTo(200);
        int number = planned.body().path("order").path("number").asInt();
        TestNetwork.await(() -> !all.get("/orders/" + number)
                .body()
                .path("order")
                .path("state")
                .asText()
                .equals("planning"));
        assertThat(all.post("/orders", "{\"command\":\"config-get\",\"parameters\":{\"key\":\"lang\"}}")
                        .status())
                .isEqualTo(409);
        assertThat(all.get("/report?from=2026-11-01&to=2026-11-02").body().has("report"))
                .isTrue();
        JsonNode audit = all.get("/audit?event=order.&outcome=done").body();
        assertThat(audit.path("total").asInt()).isPositive();
        assertThat(audit.path("lines").get(0).path("actor").asText()).isEqualTo("token everything of ada");
    }

    @Test
    void aProgramSuspendsASiteAndResumesItAndSeesTheDirectory() {
        String one = "{\"address\":\"" + site.wwwroot() + "\",\"reason\":\"a test\"}";
        assertThat(all.post("/peers/suspend", one).body().path("changed").asBoolean())
                .isTrue();
        assertThat(all.get("/suspensions").body().path("suspended").toString()).contains("a test");
        assertThat(all.get("/peers?state=suspended").body().path("total").asInt())
                .isEqualTo(1);
        Answer resumed = all.post("/peers/resume", "{\"address\":\"" + site.wwwroot() + "\"}");
        assertThat(resumed.body().path("changed").asBoolean()).isTrue();
        assertThat(all.get("/directory").body().path("members").asInt()).isPositive();
        assertThat(all.get("/directory/document").body().path("document").asText())
                .isNotEmpty();
        assertThat(all.get("/peers/links?address=" + site.wwwroot())
                        .body()
                        .path("policy")
                        .asText())
                .isNotEmpty();
        assertThat(all.post("/links/check", "{}").body().has("compared")).isTrue();
        assertThat(all.get("/matrix").status()).isEqualTo(200);
        assertThat(all.get("/rotations").status()).isEqualTo(200);
        assertThat(all.get("/approvals").body().path("total").asInt()).isZero();
    }

    @Test
    void whatIsWrongIsSaidInOneSentence() {
        Answer missing = all.post("/peers/tags", "{\"add\":[\"x\"]}");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.type()).isEqualTo("application/problem+json");
        assertThat(missing.error()).isEqualTo("bad-input");
        assertThat(missing.message()).contains("\"address\" is missing");
        assertThat(all.post("/peers/tags", "{\"address\":\"http://[\",\"add\":[\"x\"]}")
                        .message())
                .doesNotContain("network.constellation");
        assertThat(all.post("/peers/tags", "{\"adress\":1}").message()).isNotEmpty();
        assertThat(all.post("/invitations", "{\"nam\":\"x\"}").message()).contains("name, subnetwork");
        assertThat(all.post("/invitations", "[1]").message()).contains("one JSON object");
        assertThat(all.post("/invitations", "{\"name\":").message()).contains("not JSON");
        assertThat(all.get("/peers?limit=abc").status()).isEqualTo(400);
        assertThat(all.get("/peers?colour=red").message()).contains("colour");
        assertThat(all.get("/peer?address=http://nobody.localhost").status()).isEqualTo(404);
        assertThat(all.get("/nothing").error()).isEqualTo("no-such-operation");
        assertThat(all.post("/peers", "{}").status()).isEqualTo(405);
        assertThat(all.post("/invitations", "{\"name\":\"" + "x".repeat(300_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aTokenIsGoodForItsScopesOnly() {
        Program reader = program("reader", Set.of(ApiScope.NETWORK_READ));
        assertThat(reader.get("/peers").status()).isEqualTo(200);
        Answer refused = reader.post("/invitations", "{}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("scope-missing");
        assertThat(refused.message()).contains("network:write");
        assertThat(hub.audited(line -> line.event().name().equals("api.refused")
                        && line.event().actor().equals("token reader of ada")
                        && line.event().outcome() == AuditEvent.Outcome.REFUSED))
                .isNotEmpty();
    }

    @Test
    void aRevokedTokenAnExpiredOneAndNoneAreRefused() {
        Program revoked = program("short", Set.of(ApiScope.NETWORK_READ));
        assertThat(revoked.get("/peers").status()).isEqualTo(200);
        hub.get(ApiTokens.class).revoke("short", TestNetwork.ACTOR);
        assertThat(revoked.get("/peers").error()).isEqualTo("bad-token");
        Answer none = new Program(http, hub, "").get("/peers");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
        Program minute = new Program(
                http,
                hub,
                hub.get(ApiTokens.class)
                        .create("minute", Set.of(ApiScope.NETWORK_READ), Duration.ofMinutes(1), "ada")
                        .secret());
        assertThat(minute.get("/peers").status()).isEqualTo(200);
        hub.clock().advance(Duration.ofMinutes(2));
        assertThat(minute.get("/peers").error()).isEqualTo("bad-token");
        Program guess = new Program(http, hub, "chub_00000000_" + "A".repeat(43));
        for (int i = 0; i < 3; i++) {
            guess.get("/peers");
        }
        Answer braked = guess.get("/peers");
        assertThat(braked.status()).isEqualTo(429);
        assertThat(braked.header("Retry-After")).isNotEmpty();
        assertThat(all.get("/peers").status()).as("a good token from there").isEqualTo(200);
    }

    @Test
    void aTokenEndsWhenItsOwnerIsNoAdministratorAnyMore() {
        administrator("bea");
        User ada = administrator("ada");
        Visitor owner = new Visitor(ada.id(), "ada", "Ada Martin", null, true, Set.of(), false);
        String secret = hub.get(ApiTokens.class)
                .create("hers", Set.of(ApiScope.NETWORK_READ), Duration.ofDays(1), owner)
                .secret();
        Program hers = new Program(http, hub, secret);
        assertThat(hers.get("/peers").status()).isEqualTo(200);
        hub.get(Platform.class).users().suspend(ada.id(), true);
        assertThat(hers.get("/peers").status()).isEqualTo(401);
    }

    private User administrator(String username) {
        return hub.get(Accounts.class)
                .create(
                        new NewAccount(
                                username,
                                Profile.of(username, "Martin", username + "@example.org"),
                                Optional.of("four words are better"),
                                List.of(Accounts.ADMIN)),
                        TestNetwork.ACTOR);
    }

    private static List<String> texts(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
