package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs on tenants, as typed, on a node of all modules. */
class TenantVerbsTest {
    @TempDir
    Path folder;

    @Test
    void addsListsDisablesEnablesAndRemoves() throws IOException {
        Typed added = type("tenant", "add", "--data", "n", "--wwwroot", "http://a.localhost:8080", "--name", "Alpha");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.out()).contains("http://a.localhost:8080").contains("Alpha");

        assertThat(list().get(0).get("state").asText()).isEqualTo("enabled");
        assertThat(type("tenant", "disable", "--data", "n", "http://a.localhost:8080")
                        .status())
                .isZero();
        assertThat(list().get(0).get("state").asText()).isEqualTo("disabled");
        assertThat(type("tenant", "enable", "--data", "n", "http://a.localhost:8080")
                        .status())
                .isZero();
        assertThat(list().get(0).get("state").asText()).isEqualTo("enabled");
        assertThat(type("audit", "verify", "--data", "n").out()).contains("intact");
        assertThat(type("tenant", "remove", "--data", "n", "http://a.localhost:8080")
                        .status())
                .isZero();
        assertThat(list()).isEmpty();
    }

    @Test
    void refusesWhatIsNoAddress() {
        Typed refused = type("tenant", "add", "--data", "n", "--wwwroot", "ftp://a.localhost");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("http://").hasLineCount(1);
    }

    @Test
    void refusesHubVerbsOnAPeer() {
        type("tenant", "add", "--data", "n", "--wwwroot", "http://a.localhost");
        Typed refused = type("hub", "run", "--data", "n");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("hub found").hasLineCount(1);
    }

    private JsonNode list() throws IOException {
        Typed listed = type("tenant", "list", "--data", "n", "--json");
        assertThat(listed.status()).as(listed.err()).isZero();
        return new ObjectMapper().readTree(listed.out());
    }

    private Typed type(String... arguments) {
        return Typed.in(folder, arguments);
    }
}
