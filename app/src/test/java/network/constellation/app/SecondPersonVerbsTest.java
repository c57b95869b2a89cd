package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs that need a second administrator, as typed on a stopped hub. */
class SecondPersonVerbsTest {
    private static final String LOOPBACK = """
            door { port = 0, bind = "127.0.0.1" }
            net { allow-addresses = ["127.0.0.0/8"], allow-http = true }
            """;
    private static final String PASSWORD = "four words are better";

    @TempDir
    Path folder;

    private Node node(String name) {
        return Assembly.builder(folder.resolve(name))
                .config(ConfigReader.of(LOOPBACK))
                .build()
                .start();
    }

    /** A hub with one member, left by both. */
    private Wwwroot memberOfTheHub() {
        try (Node hubNode = node("hub");
                Node siteNode = node("site")) {
            Wwwroot address = Wwwroot.of("http://hub.localhost:" + hubNode.port());
            Wwwroot site = Wwwroot.of("http://a.localhost:" + siteNode.port());
            siteNode.tenants().add(site, "A");
            try (TenantLease hub = hubNode.get(HubTenant.class).found(address, "Network", "test");
                    TenantLease a = siteNode.tenants().open(site)) {
                String line = hub.get(Invitations.class)
                        .invite("", Optional.of(1), "test")
                        .line();
                a.get(Jobs.class).await(a.get(Membership.class).join(line, "test"), Duration.ofMinutes(1));
                for (String name : List.of("claire", "david")) {
                    VerbNetwork.administrator(hub, name, PASSWORD);
                }
            }
            return site;
        }
    }

    @Test
    @Tag("P-39")
    void whatNeedsASecondPersonEndsWithStatusOneAndTheNumberAndTwoAdministratorsFollowTheShell() throws Exception {
        Wwwroot site = memberOfTheHub();
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        for (List<String> verb : List.of(
                List.of("remove", site.value()),
                List.of("policy", site.value(), "none"),
                List.of("revoke", site.value()))) {
            Typed refused = hub(verb.toArray(new String[0]));
            assertThat(refused.status()).as(refused.err()).isEqualTo(1);
            assertThat(refused.err().strip())
                    .hasLineCount(1)
                    .contains("needs a second administrator and waits as request ");
        }
        JsonNode waiting = json(hub("approval", "list", "--json"));
        assertThat(waiting).hasSize(3);
        assertThat(waiting.findValuesAsText("state")).containsOnly("waiting");
        assertThat(waiting.get(2).get("kind").asText()).isEqualTo("member-remove");
        assertThat(state(site)).isEqualTo(Member.State.ADMITTED);
        assertThat(approve("david").status()).isZero();
        assertThat(state(site)).as("a shell is nobody").isEqualTo(Member.State.ADMITTED);
        assertThat(approve("david").status()).isEqualTo(1);
        assertThat(approve("claire").out()).contains("done");
        assertThat(state(site)).isEqualTo(Member.State.REMOVED);
    }

    private Typed approve(String name) {
        return hub("approval", "approve", "1", "--as", name, "--password-file", "password");
    }

    private Member.State state(Wwwroot site) {
        try (Node node = node("hub");
                TenantLease hub = node.get(HubTenant.class).open()) {
            return hub.get(Registry.class).find(site).orElseThrow().state();
        }
    }

    private static JsonNode json(Typed typed) throws Exception {
        assertThat(typed.status()).as(typed.err()).isZero();
        return new ObjectMapper().readTree(typed.out());
    }

    private Typed hub(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("hub"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", "hub"));
        return Typed.in(folder, all.toArray(new String[0]));
    }
}
