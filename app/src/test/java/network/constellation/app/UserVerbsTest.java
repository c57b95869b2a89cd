package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People, as an administrator types them. */
class UserVerbsTest {
    private static final String SITE = "http://a.localhost:8080";

    @TempDir
    Path folder;

    @BeforeEach
    void addSite() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "correct horse 7\n");
        Typed added = type(
                "tenant",
                "add",
                "--data",
                "n",
                "--wwwroot",
                SITE,
                "--admin",
                "root",
                "--admin-password-file",
                "secret.txt");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.out()).doesNotContain("/setup/");
    }

    @Test
    void addsOnePersonAndListsThem() throws IOException {
        Typed added = type(
                "user",
                "add",
                "--data",
                "n",
                "--tenant",
                SITE,
                "--username",
                "alice",
                "--first-name",
                "Alice",
                "--last-name",
                "Liddell",
                "--role",
                "teacher",
                "--password-file",
                "secret.txt");
        assertThat(added.status()).as(added.err()).isZero();

        JsonNode people = list();
        assertThat(people).hasSize(2);
        assertThat(people.get(0).get("username").asText()).isEqualTo("alice");
        assertThat(people.get(0).get("roles").toString()).isEqualTo("[\"teacher\"]");
        assertThat(people.get(1).get("roles").toString()).isEqualTo("[\"admin\"]");
    }

    @Test
    void addsEverybodyOfAFileOrNobody() throws IOException {
        Files.writeString(
                folder.resolve("good.csv"),
                "username,firstname,lastname,email\nbob,Bob,B,bob@a.org\ncarol,Carol,C,carol@a.org\n");
        Files.writeString(
                folder.resolve("bad.csv"), "username,firstname,lastname,email\ndora,Dora,D,d@a.org\nbob,B,B,nowhere\n");

        Typed refused = type("user", "add", "--data", "n", "--tenant", SITE, "--csv", "bad.csv");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("Line 3").contains("Nobody was added");
        assertThat(list()).hasSize(1);

        Typed added = type("user", "add", "--data", "n", "--tenant", SITE, "--csv", "good.csv");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(list()).hasSize(3);
    }

    @Test
    void refusesAnUnknownRoleInOneSentence() {
        Typed refused = type("user", "add", "--data", "n", "--tenant", SITE, "--username", "eve", "--role", "emperor");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("emperor").hasLineCount(1);
    }

    @Test
    void aSiteWhoseAdministratorIsRefusedIsTakenBack() throws IOException {
        Files.writeString(folder.resolve("short.txt"), "abc");
        Typed refused = type(
                "tenant",
                "add",
                "--data",
                "n",
                "--wwwroot",
                "http://b.localhost",
                "--admin",
                "root",
                "--admin-password-file",
                "short.txt");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1);
        assertThat(type("tenant", "list", "--data", "n").out()).doesNotContain("b.localhost");
    }

    @Test
    void aSiteWithoutAdministratorGetsASetupLink() {
        Typed added = type("tenant", "add", "--data", "n", "--wwwroot", "http://b.localhost");
        assertThat(added.out()).contains("http://b.localhost/setup/");
    }

    private JsonNode list() throws IOException {
        Typed listed = type("user", "list", "--data", "n", "--tenant", SITE, "--json");
        assertThat(listed.status()).as(listed.err()).isZero();
        return new ObjectMapper().readTree(listed.out());
    }

    private Typed type(String... arguments) {
        return Typed.in(folder, arguments);
    }
}
