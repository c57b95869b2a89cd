package network.constellation.testnetwork.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import network.constellation.hub.api.OpenApi;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.api.Program.Answer;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document about the interface is made of the declarations, whole, and held as a file. */
class OpenApiTest {
    private static final Path GOLDEN = Path.of(System.getProperty("constellation.root"))
            .resolve("docs")
            .resolve("reference")
            .resolve("openapi.json");

    @Test
    void theDocumentIsServedAndHeld(@TempDir Path folder) throws IOException {
        HttpClient http = Program.client();
        try (TestNetwork network = TestNetwork.found(folder)) {
            Answer served = new Program(http, network.hub(), "").get("/openapi.json");
            Program.stop(http);
            assertThat(served.status()).isEqualTo(200);
            JsonNode document = network.hub().get(OpenApi.class).document();
            assertThat(served.body()).isEqualTo(document);
            everyReferenceLeadsSomewhere(document);
            everyOperationNamesItsScope(document);
            assertThat(document.path("components").path("schemas").fieldNames())
                    .toIterable()
                    .allMatch(name -> name.matches("[A-Za-z0-9._]+"));
            String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(GOLDEN, text);
            }
            assertThat(text)
                    .as("If the change is meant: -Dgolden.update=true, then look at the difference of %s", GOLDEN)
                    .isEqualTo(Files.readString(GOLDEN));
        }
    }

    private static void everyReferenceLeadsSomewhere(JsonNode document) {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static void everyOperationNamesItsScope(JsonNode document) {
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation
                                .path("security")
                                .path(0)
                                .path("token")
                                .path(0)
                                .asText())
                        .contains(":");
                assertThat(operation.path("summary").asText()).endsWith(".");
            }
        }
    }
}
