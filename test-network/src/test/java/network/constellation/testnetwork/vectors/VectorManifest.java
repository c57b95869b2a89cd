package network.constellation.testnetwork.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages of real software and their keys: {@code vectors/mnet} and {@code vectors/live}, required when {@code
 * CI=true}, elsewhere skipped with a notice where the folder is missing.
 */
public final class VectorManifest {
    private final Path folder;
    private final JsonNode mnet;
    private final JsonNode live;

    private VectorManifest(Path folder) {
        this.folder = folder;
        this.mnet = json(folder.resolve("mnet/manifest.json"));
        this.live = json(folder.resolve("live/index.json"));
    }

    /** One side of an exchange that was sealed, signed or both. */
    public record Message(
            String name,
            Path body,
            Optional<Path> signed,
            Optional<Path> payload,
            Optional<Site> signer,
            Optional<Site> recipient,
            Optional<String> sessionKeyHex) {}

    /** Keys of a site in the vectors. */
    public record Site(String wwwroot, Path privateKey, Path certificate) {
        public String privatePem() {
            return text(privateKey);
        }

        public String certificatePem() {
            return text(certificate);
        }
    }

    public static VectorManifest required() {
        Path folder = locate();
        boolean found = Files.isRegularFile(folder.resolve("mnet/manifest.json"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as("the vectors at " + folder).isTrue();
        }
        if (!found) {
            System.out.println("NOTICE: no vectors at " + folder + "; the tests that need them are skipped.");
        }
        assumeTrue(found, () -> "no vectors at " + folder);
        return new VectorManifest(folder);
    }

    /** Every sealed message of the manifest whose keys it tells. */
    public List<Message> sealedMessages() {
        List<Message> messages = new ArrayList<>();
        for (JsonNode vector : mnet.get("vectors")) {
            for (String side : List.of("request", "response")) {
                JsonNode files = vector.get("files");
                JsonNode facts = vector.path(side);
                if (files.has(side + "_encrypted") && facts.has("encrypted_to")) {
                    messages.add(new Message(
                            vector.get("name").asText() + " " + side,
                            mnet(files.get(side + "_encrypted")),
                            Optional.ofNullable(files.get(side + "_signed")).map(this::mnet),
                            Optional.ofNullable(files.get(side + "_plain")).map(this::mnet),
                            Optional.of(site(facts.get("signer").asText())),
                            Optional.of(site(facts.get("encrypted_to").asText())),
                            Optional.ofNullable(facts.get("session_key_hex")).map(JsonNode::asText)));
                }
            }
        }
        return messages;
    }

    /** Every sealed message of the live sites. */
    public List<Message> liveMessages() {
        List<Message> messages = new ArrayList<>();
        for (JsonNode exchange : live.get("exchanges")) {
            String name = exchange.get("folder").asText();
            Path exchanged = folder.resolve("live").resolve(name);
            for (String side : List.of("request", "response")) {
                JsonNode facts = exchange.path(side);
                if (facts.path("encrypted").asBoolean() && facts.hasNonNull("decrypted_with")) {
                    messages.add(new Message(
                            name + " " + side,
                            exchanged.resolve(side + ".body"),
                            existing(exchanged.resolve(side + ".signed.xml")),
                            existing(exchanged.resolve(side + ".payload")),
                            Optional.ofNullable(facts.get("verified_with"))
                                    .map(JsonNode::asText)
                                    .map(this::liveSite),
                            Optional.of(liveSite(facts.get("decrypted_with").asText())),
                            Optional.empty()));
                }
            }
        }
        return messages;
    }

    public Site site(String name) {
        JsonNode peer = mnet.get("peers").get(name.replaceFirst("^peer-", ""));
        return new Site(peer.get("wwwroot").asText(), mnet(peer.get("private_key")), mnet(peer.get("certificate")));
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        return new String(read(file), UTF_8);
    }

    private Site liveSite(String generation) {
        Path keys = folder.resolve("live/keys");
        String site = generation.replaceFirst("\\.[0-9]+$", "");
        return new Site(
                live.get("peers").get(site).asText(),
                keys.resolve(generation + ".key.pem"),
                keys.resolve(generation + ".cert.pem"));
    }

    private Path mnet(JsonNode file) {
        return folder.resolve("mnet").resolve(file.asText());
    }

    private static Optional<Path> existing(Path file) {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path locate() {
        @Nullable String root = System.getProperty("constellation.root");
        Path beside =
                Path.of(root == null ? "." : root).resolve("../shared/vectors").normalize();
        @Nullable String given = System.getenv("CONSTELLATION_SHARED");
        return Files.isDirectory(beside) || given == null ? beside : Path.of(given, "vectors");
    }
}
