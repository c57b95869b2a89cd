package network.constellation.testnetwork.vectors.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All files of the own vectors, made anew from the RSA keys in their folder. */
final class OwnVectors {
    static final long TIME = 1_795_243_464;

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final ObjectNode manifest = json.createObjectNode();
    private final ArrayNode vectors = json.createArrayNode();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    final OwnSite a;
    final OwnSite b;
    final OwnSite c;

    private OwnVectors(Path folder) {
        a = site(folder, "a", "https://a.example.org");
        b = site(folder, "b", "https://b.example.net/learn");
        c = site(folder, "c", "https://stranger.example.com");
    }

    /** Where they are kept, in this checkout. */
    static Path folder() {
        return Path.of(System.getProperty("constellation.root", "."), "protocol/src/test/resources/vectors/own");
    }

    /** Whether a file there is one that the writer makes; the keys and the explanation are not. */
    static boolean isMade(Path file) {
        return Files.isRegularFile(file) && !file.endsWith("README.md");
    }

    static Map<String, byte[]> make(Path folder) {
        OwnVectors made = new OwnVectors(folder);
        ObjectNode manifest = made.manifest;
        manifest.put("format", 1);
        manifest.put(
                "note",
                "Made by OwnVectorsWriter with an implementation apart from the product. The keys serve nothing else."
                        + " Current time of every message: " + TIME + ".123; network: " + OwnModern.NETWORK + ".");
        ObjectNode sites = manifest.putObject("sites");
        for (OwnSite site : List.of(made.a, made.b, made.c)) {
            site.describe(sites.putObject(site.name()));
        }
        new OwnDocuments(made).add();
        new OwnLegacy(made).add();
        new OwnModern(made).add();
        manifest.set("vectors", made.vectors);
        made.files.put("manifest.json", made.text(manifest));
        return made.files;
    }

    /**
     * Adds a vector.
     *
     * @param expected {@code accepted}, or the reason of the refusal
     * @return its entry, for more facts
     */
    ObjectNode add(String name, String suite, String kind, String description, String expected, byte[] body) {
        String file = name + ".xml";
        files.put(file, body);
        ObjectNode vector = vectors.addObject();
        vector.put("name", name);
        vector.put("suite", suite);
        vector.put("kind", kind);
        vector.put("description", description);
        vector.put("body", file);
        vector.put("expected", expected);
        return vector;
    }

    void addPayload(ObjectNode vector, byte[] payload) {
        String file = vector.get("name").asText() + ".payload";
        files.put(file, payload);
        vector.put("payload", file);
    }

    private static OwnSite site(Path folder, String name, String wwwroot) {
        try {
            return OwnSite.of(name, wwwroot, Files.readString(folder.resolve("keys/" + name + ".rsa.pem")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] text(ObjectNode node) {
        try {
            return (json.writeValueAsString(node).replace("\r\n", "\n") + "\n").getBytes(UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
