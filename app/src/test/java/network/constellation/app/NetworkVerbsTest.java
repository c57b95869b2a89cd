package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.peer.connectivity.Connectivity;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.tenant.TenantLease;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Verbs of a network that runs, typed as an administrator types them; last all of them, in search of secrets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkVerbsTest {
    private static final String PASSWORD = "canary-password-3f9c1e77";
    private static final String MAIL_PASSWORD = "canary-mail-password-3f9c1e77";
    private static final String SETTING = "canary-setting-3f9c1e77";

    private VerbNetwork network;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        network = new VerbNetwork(folder, MAIL_PASSWORD);
    }

    @AfterAll
    void stop() {
        network.close();
    }

    @Test
    @Order(1)
    void theMatrixIsCollectedShownAndOneLinkOfItRepaired() throws IOException {
        network.siteLease
                .get(Peers.class)
                .list()
                .forEach(peer -> network.siteLease.get(Connectivity.class).look(peer));
        JsonNode cells = VerbNetwork.json(network.hub("matrix", "--collect", "--json"));
        assertThat(cells)
                .anySatisfy(cell -> assertThat(List.of(
                                cell.get("at").asText(),
                                cell.get("about").asText(),
                                cell.get("state").asText(),
                                cell.get("word").asText()))
                        .containsExactly(network.site.value(), network.hub.value(), "good", "well"));
        assertThat(network.hub("matrix").out()).contains("STATE", network.site.value());
        assertThat(network.hub("matrix", "--trouble").out()).contains("Nothing is wrong.");
        Typed repaired = network.hub("matrix-repair", network.site.value(), network.hub.value(), "--json");
        assertThat(VerbNetwork.json(repaired).get("job").asText()).hasSize(36);
        assertThat(network.hub("matrix-repair", network.site.value(), "http://nobody.example"))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(2))
                .satisfies(refused -> assertThat(refused.err()).hasLineCount(1).contains("A link has two ends"));
    }

    @Test
    @Order(2)
    void theHubAsksASiteWhatItGrants() throws IOException {
        assertThat(network.peer(network.site, "grant", "set", "config-set", "--only", "core/lang", "--max-bytes", "900")
                        .status())
                .isZero();
        JsonNode told = VerbNetwork.json(network.hub("grants", network.site.value(), "--json"));
        assertThat(told.get("problem").asText()).isEmpty();
        assertThat(told.get("grants"))
                .anySatisfy(grant -> assertThat(grant.toString())
                        .contains("\"operation\":\"config-set\"", "\"only\":\"core/lang\"", "\"maxBytes\":900"));
        assertThat(network.hub("grants", network.site.value()).out()).contains("OPERATION", "config-set", "core/lang");
        assertThat(network.hub("grants", "http://nobody.example").err()).contains("not a member");
    }

    @Test
    @Order(3)
    void aMasterIsAcceptedByItsFingerprintShownAndWithdrawn() throws IOException {
        Wwwroot led = network.tenant("led");
        Wwwroot master = network.tenant("master");
        String fingerprint;
        try (TenantLease at = network.siteNode.tenants().open(master)) {
            fingerprint = Fingerprint.of(at.get(SiteIdentity.class).published().certificate())
                    .hex();
        }
        assertThat(network.peer(led, "master", "show").out()).contains("No VMoodle master");
        Typed wrong = network.peer(led, "master", "accept", master.value(), "--fingerprint", "0".repeat(64));
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).hasLineCount(1);
        assertThat(network.peer(network.site, "master", "accept", master.value(), "--fingerprint", fingerprint)
                        .err())
                .as("a site has one authority")
                .contains("belongs to the network");
        JsonNode accepted = VerbNetwork.json(network.peer(
                led,
                "master",
                "accept",
                master.value(),
                "--fingerprint",
                fingerprint,
                "--grant",
                "config-get",
                "--json"));
        assertThat(accepted.get("master").asText()).isEqualTo(master.value());
        assertThat(accepted.get("grants")).extracting(JsonNode::asText).contains("bind-peer", "config-get");
        JsonNode window = VerbNetwork.json(network.peer(led, "master", "window", "--minutes", "5", "--json"));
        assertThat(window.get("secret").asText()).hasSizeGreaterThan(15);
        Typed shown = network.peer(led, "master", "show", "--json");
        assertThat(VerbNetwork.json(shown).get("window").get("closes").asText()).isNotEmpty();
        assertThat(shown.out()).doesNotContain(window.get("secret").asText());
        assertThat(VerbNetwork.json(network.peer(led, "master", "withdraw", "--json"))
                        .get("grants"))
                .isEmpty();
        assertThat(network.peer(led, "master", "window").status()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void aRequestForASecondPersonIsListedShownAndRefused() throws IOException {
        network.administrator(network.hubLease, "claire", PASSWORD);
        network.administrator(network.hubLease, "david", PASSWORD);
        Files.writeString(network.folder.resolve("password"), PASSWORD + "\n");
        Files.writeString(network.folder.resolve("wrong"), PASSWORD + "-but-wrong\n");
        assertThat(VerbNetwork.json(network.hub("approval", "list", "--json"))).isEmpty();
        assertThat(network.hub("remove", network.site.value()).status()).isEqualTo(1);
        JsonNode request = VerbNetwork.json(network.hub("approval", "show", "1", "--json"));
        assertThat(request.get("state").asText()).isEqualTo("waiting");
        assertThat(network.hub("approval", "show", "1").out()).contains("member-remove", network.site.value());
        assertThat(network.hub("approval", "show", "99").status()).isEqualTo(1);
        assertThat(refuse("wrong").status()).isEqualTo(1);
        assertThat(refuse("password").status()).isZero();
        JsonNode all = VerbNetwork.json(network.hub("approval", "list", "--json"));
        assertThat(all)
                .singleElement()
                .satisfies(one -> assertThat(one.get("state").asText()).isEqualTo("refused"));
        assertThat(network.hub("approval", "approve", "1", "--as", "claire", "--password-file", "password")
                        .status())
                .as("what was refused stays so")
                .isEqualTo(1);
    }

    private Typed refuse(String file) {
        return network.hub(
                "approval", "refuse", "1", "--as", "david", "--password-file", file, "--reason", "not this year");
    }

    @Test
    @Order(5)
    @Tag("P-38")
    void noVerbTellsASecret() throws IOException {
        Map<String, String> canaries = planted();
        Map<String, Integer> done = new LinkedHashMap<>();
        for (List<String> verb : new VerbSamples(network).all()) {
            for (List<String> form : List.of(List.<String>of(), List.of("--json"))) {
                List<String> typed = new ArrayList<>(verb);
                typed.addAll(form);
                Typed answer = Typed.in(network.folder, typed.toArray(new String[0]));
                assertThat(answer.status()).as("%s: %s", typed, answer.err()).isBetween(0, 2);
                canaries.forEach((what, secret) -> assertThat(answer.out() + answer.err())
                        .as("%s in what %s says", what, typed)
                        .doesNotContain(secret));
                done.merge(answer.status() == 0 ? "done" : "refused", 1, Integer::sum);
            }
        }
        assertThat(done.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(200);
        assertThat(done.get("done")).as("most verbs did something: %s", done).isGreaterThan(110);
    }

    /** Secrets that lie where verbs work: accounts, configuration, settings of the platform, files, all private keys. */
    private Map<String, String> planted() throws IOException {
        network.administrator(network.siteLease, "claire", PASSWORD);
        network.siteLease.get(Platform.class).settings().set("core", "smtppass", SETTING);
        Map<String, String> canaries = new LinkedHashMap<>(Map.of(
                "the password", PASSWORD,
                "the password of the mail server", MAIL_PASSWORD,
                "the secret setting", SETTING));
        Map.of("hub", network.hubLease, "site", network.siteLease).forEach((where, lease) -> {
            SiteKeys keys = lease.get(SiteIdentity.class).current();
            canaries.put("RSA key of the " + where, middle(keys.rsa().pkcs8()));
            canaries.put("Ed25519 key of the " + where, middle(keys.ed25519().pkcs8()));
            canaries.put(
                    "recipient key of the " + where,
                    middle(keys.recipient().privateKey().pkcs8()));
        });
        byte[] pkcs8 = network.siteLease.get(SiteIdentity.class).current().rsa().pkcs8();
        Files.writeString(
                network.folder.resolve("private.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                                .encodeToString(pkcs8)
                        + "\n-----END PRIVATE KEY-----\n");
        Path root = network.folder.resolve("hub").resolve("network-root-key.pem");
        canaries.put("the network's root key", Files.readAllLines(root).get(1).substring(20));
        return canaries;
    }

    /** Of the Base64 letters, those that no other key has; none of it spans the lines of a PEM. */
    private static String middle(byte[] pkcs8) {
        String base64 = Base64.getEncoder().encodeToString(pkcs8);
        int from = base64.length() > 200 ? 128 : 24;
        return base64.substring(from, from + 36);
    }
}
