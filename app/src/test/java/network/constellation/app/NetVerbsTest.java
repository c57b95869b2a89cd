package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.tenant.TenantLease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code net} and {@code call} as typed, on a stopped node with two sites. */
class NetVerbsTest {
    private static final String A = "http://a.localhost:9";
    private static final String B = "http://b.localhost:9";

    @TempDir
    Path folder;

    @BeforeEach
    void twoSites() throws IOException {
        assertThat(type("tenant", "add", "--wwwroot", A).status()).isZero();
        assertThat(type("tenant", "add", "--wwwroot", B).status()).isZero();
        Files.writeString(
                folder.resolve("b.pem"),
                type("key", "show", "--tenant", B, "--bundle").out());
    }

    @Test
    void certificateInHandMakesAPeerAndServicesFollow() throws IOException {
        Typed added = net("add", B, "--certificate", "b.pem", "--allow-address", "127.0.0.0/8");
        assertThat(added.status()).as(added.err()).isZero();
        JsonNode peer = list().get(0);
        assertThat(peer.get("state").asText()).isEqualTo("approved");
        assertThat(peer.get("application").asText()).isEqualTo("constellation");
        assertThat(peer.get("speaks").asText()).isEqualTo("modern");

        assertThat(net("services", B, "--publish", "sso_idp,sso_sp", "--subscribe", "sso_sp")
                        .status())
                .isZero();
        assertThat(json(net("services", B, "--json")).get("publish")).hasSize(2);
        assertThat(net("services", B, "--publish", "").status()).isZero();
        JsonNode services = json(net("services", B, "--json"));
        assertThat(services.get("publish")).isEmpty();
        assertThat(services.get("subscribe")).hasSize(1);

        Typed notSubscribed = type("call", "--tenant", A, B, "auth/mnet/auth.php/user_authorise", "\"t\"", "\"ua\"");
        assertThat(notSubscribed.status()).isEqualTo(1);
        assertThat(notSubscribed.err()).startsWith("fault 7: ");
        Typed unreachable = type("call", "--tenant", A, B, "system/listServices");
        assertThat(unreachable.status()).isEqualTo(1);
        assertThat(unreachable.err()).startsWith("unreachable: ");
        assertThat(type("call", "--tenant", A, B, "system/listMethods", "{no json")
                        .status())
                .isEqualTo(2);

        assertThat(net("remove", B).status()).isZero();
        assertThat(list().get(0).get("state").asText()).isEqualTo("deleted");
    }

    @Test
    void badInputIsOneSentenceAndChangesNothing() throws IOException {
        for (Typed refused : List.of(
                net("add", B, "--certificate", "b.pem"),
                net("add", A, "--certificate", "b.pem", "--allow-address", "127.0.0.0/8"),
                net("add", B, "--certificate", "missing.pem"),
                net("add", B, "--suite", "best", "--certificate", "b.pem"),
                net("add", B, "--allow-address", "localhost", "--certificate", "b.pem"),
                net("add", B, "--application", "joomla", "--certificate", "b.pem"),
                net("approve", B),
                net("services", B, "--publish", "x"))) {
            assertThat(refused.status()).as(refused.err()).isEqualTo(2);
            assertThat(refused.err().strip()).hasLineCount(1).doesNotContain("Exception");
        }
        Typed other = net(
                "add", B, "--certificate", "b.pem", "--fingerprint", "00".repeat(32), "--allow-address", "127.0.0.0/8");
        assertThat(other.status()).isEqualTo(1);
        assertThat(list()).isEmpty();
    }

    /** The certificate announces modern keys: they are fetched from the site, and nothing is stored without them. */
    @Test
    void aPlainCertificateOfOurKindIsCompletedFromTheSiteOrRefused() throws IOException {
        String bundle = Files.readString(folder.resolve("b.pem"));
        Files.writeString(folder.resolve("plain.pem"), certificate(bundle));
        Typed silent = net("add", B, "--certificate", "plain.pem", "--allow-address", "127.0.0.0/8");
        assertThat(silent.status()).as(silent.err()).isEqualTo(1);
        assertThat(silent.err().strip()).hasLineCount(1).startsWith("unreachable: ");
        assertThat(list()).isEmpty();

        try (Node there = Assembly.builder(folder.resolve("there"))
                .config(ConfigReader.of("door { port = 0, bind = \"127.0.0.1\" }"))
                .build()
                .start()) {
            Wwwroot c = Wwwroot.of("http://c.localhost:" + there.port());
            there.tenants().add(c, "C");
            PublicIdentity keys;
            try (TenantLease lease = there.tenants().open(c)) {
                keys = lease.get(SiteIdentity.class).published();
            }
            Files.writeString(folder.resolve("c.pem"), keys.certificate().pem());
            Typed added = net("add", c.value(), "--certificate", "c.pem", "--allow-address", "127.0.0.0/8");
            assertThat(added.status()).as(added.err()).isZero();
        }
        JsonNode peer = list().get(0);
        assertThat(peer.get("state").asText()).isEqualTo("approved");
        assertThat(peer.get("speaks").asText()).isEqualTo("modern");
    }

    private static String certificate(String bundle) {
        String end = "-----END CERTIFICATE-----\n";
        return bundle.substring(0, bundle.indexOf(end) + end.length());
    }

    private JsonNode list() throws IOException {
        return json(net("list", "--json"));
    }

    private static JsonNode json(Typed typed) throws IOException {
        assertThat(typed.status()).as(typed.err()).isZero();
        return new ObjectMapper().readTree(typed.out());
    }

    private Typed net(String verb, String... arguments) {
        List<String> all = new ArrayList<>(List.of("net", verb, "--data", "n", "--tenant", A));
        all.addAll(List.of(arguments));
        return Typed.in(folder, all.toArray(new String[0]));
    }

    private Typed type(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        int verb = arguments[0].equals("call") ? 1 : 2;
        all.addAll(verb, List.of("--data", "n"));
        return Typed.in(folder, all.toArray(new String[0]));
    }
}
