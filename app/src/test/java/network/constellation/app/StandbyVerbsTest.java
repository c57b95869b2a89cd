package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.standby.Promotion;
import network.constellation.hub.standby.Standby;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renewing a mandate and promoting a standby, as typed beside the data; the hub is gone. */
@Tag("P-18")
class StandbyVerbsTest {
    private static final String LOOPBACK = """
            door { port = 0, bind = "127.0.0.1" }
            net { allow-addresses = ["127.0.0.0/8"], allow-http = true }
            """;
    private static final String PASSWORD = "four words are better";
    private static final String OTHER = "other words are better";

    @TempDir
    Path folder;

    private Node node(String name) {
        return Assembly.builder(folder.resolve(name))
                .config(ConfigReader.of(LOOPBACK))
                .build()
                .start();
    }

    private void standbyWithACopy() {
        try (Node hubNode = node("hub");
                Node standbyNode = node("standby")) {
            Wwwroot address = Wwwroot.of("http://hub.localhost:" + hubNode.port());
            Wwwroot second = Wwwroot.of("http://standby.localhost:" + standbyNode.port());
            try (TenantLease hub = hubNode.get(HubTenant.class).found(address, "Network", "test");
                    TenantLease standby = standbyNode.get(HubTenant.class).standby(second, "Standby")) {
                VerbNetwork.administrator(hub, "claire", OTHER);
                VerbNetwork.administrator(hub, "bea", OTHER);
                VerbNetwork.administrator(standby, "claire", PASSWORD);
                VerbNetwork.administrator(standby, "david", PASSWORD);
                String line = hub.get(Invitations.class)
                        .invite("", Optional.empty(), "test")
                        .line();
                standby.get(Jobs.class).await(standby.get(Membership.class).join(line, "test"), Duration.ofMinutes(1));
                hub.get(Standby.class)
                        .appoint(second, hub.get(Mandate.class).rootStillHere().orElseThrow(), "test");
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> standby.get(Promotion.class).state().containsKey("copied"));
            }
        }
    }

    @Test
    void theRootKeyRenewsAMandateAndTwoPasswordsPromoteAStandby() throws Exception {
        standbyWithACopy();
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Files.writeString(folder.resolve("wrong"), OTHER + "\n");
        Path root = folder.resolve("hub/network-root.pem");
        try (Node node = node("hub");
                TenantLease hub = node.get(HubTenant.class).open()) {
            root = hub.get(Mandate.class).rootStillHere().orElseThrow();
        }
        Path safe = folder.resolve("safe.pem");
        Files.move(root, safe);

        refused(typed("directory", "delegate", "--data", "hub", "--root-key", "none.pem"), 2, "There is no file");
        Typed renewed = typed("directory", "delegate", "--data", "hub", "--root-key", "safe.pem", "--json");
        assertThat(json(renewed).get("term").asInt()).isEqualTo(1);
        assertThat(folder.resolve("hub").relativize(root)).doesNotExist();

        refused(promote(), 1, "needs two administrators of this site by name");
        refused(promote("david", "password"), 1, "needs two administrators");
        refused(promote("david", "password", "david", "password"), 1, "needs two administrators");
        refused(promote("david", "password", "claire", "wrong"), 1, "has that name and password");
        refused(promote("david", "password", "bea", "wrong"), 1, "has that name and password");
        refused(typed("promote", "--data", "standby", "--admin", "david"), 2, "--password-file for each --admin");
        JsonNode before = json(typed("standby", "show", "--data", "standby", "--json"));
        assertThat(before.get("leads").asBoolean()).isFalse();
        assertThat(before.get("copy").get("administrators").asInt()).isEqualTo(2);

        Typed done = promote("david", "password", "claire", "password");
        assertThat(done.status()).as(done.err()).isZero();
        assertThat(done.out())
                .contains("leads the network, in term 2")
                .contains("claire has an account here already")
                .contains("Not taken over: the former hub's audit")
                .doesNotContain("argon2");
        JsonNode after = json(typed("standby", "show", "--data", "standby", "--json"));
        assertThat(after.get("leads").asBoolean()).isTrue();
        assertThat(after.get("promotionUnfinished").asBoolean()).isFalse();
        try (Node node = node("standby");
                TenantLease hub = node.get(HubTenant.class).open()) {
            assertThat(signsIn(hub, "bea", OTHER)).isTrue();
            assertThat(signsIn(hub, "claire", PASSWORD)).isTrue();
            assertThat(signsIn(hub, "claire", OTHER)).isFalse();
        }
    }

    private static boolean signsIn(TenantLease hub, String name, String password) {
        long id = hub.get(Platform.class).users().findLocal(name).orElseThrow().id();
        return hub.get(Accounts.class).isPassword(id, password);
    }

    private static void refused(Typed typed, int status, String sentence) {
        assertThat(typed.status()).as(typed.out() + typed.err()).isEqualTo(status);
        assertThat(typed.err().strip()).contains(sentence).hasLineCount(1);
    }

    private static JsonNode json(Typed typed) throws Exception {
        assertThat(typed.status()).as(typed.err()).isZero();
        return new ObjectMapper().readTree(typed.out());
    }

    private Typed promote(String... namesAndFiles) {
        List<String> words = new ArrayList<>(List.of("promote", "--data", "standby"));
        for (int i = 0; i < namesAndFiles.length; i += 2) {
            words.addAll(List.of("--admin", namesAndFiles[i], "--password-file", namesAndFiles[i + 1]));
        }
        return typed(words.toArray(new String[0]));
    }

    private Typed typed(String... arguments) {
        List<String> all = new ArrayList<>(List.of("hub"));
        all.addAll(List.of(arguments));
        return Typed.in(folder, all.toArray(new String[0]));
    }
}
