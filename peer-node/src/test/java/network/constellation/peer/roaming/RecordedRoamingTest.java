package network.constellation.peer.roaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site in the state of the recorded one gives the recorded answers to the recorded questions of two genuine sites. */
class RecordedRoamingTest {
    /** The browser of the recording: its hash stands in the recorded calls. */
    private final Browser browser = new Browser("Mozilla/5.0 (roam test)");

    private final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));

    @TempDir
    Path folder;

    private Path live = Path.of("/");
    private Site a;
    private Site b;
    private Peer home;
    private final List<Site> sites = new ArrayList<>();

    @BeforeEach
    void theRecordedState() {
        live = recordings();
        // The recorded site tells 1440 seconds as the life of its sessions.
        a = Site.start(folder, "site-a", ConfigReader.of("roaming.session-life = 24m"));
        b = Site.start(folder, "site-b", ConfigReader.empty());
        sites.addAll(List.of(a, b));
        Site.join(a, b, SuiteChoice.LEGACY);
        user("amira", "Amira", " & Co");
        user("alice", "Alice", "\u00c9veill\u00e9");
        user("bob", "Bob", "B.");
        home = b.get(Peers.class).require(a.wwwroot);
    }

    @AfterEach
    void stop() {
        sites.forEach(Site::close);
    }

    private static Path recordings() {
        String shared = System.getenv("CONSTELLATION_SHARED");
        Path root = shared != null ? Path.of(shared) : Path.of(System.getProperty("constellation.root"), "../shared");
        Path live = root.resolve("vectors/live");
        if (!Files.isDirectory(live)) {
            assertThat(System.getenv("CI")).as("no recordings at " + live).isNotEqualTo("true");
            System.out.println("SKIPPED: no recordings at " + live);
            Assumptions.abort("no recordings");
        }
        return live;
    }

    private void user(String username, String first, String last) {
        a.get(Platform.class)
                .users()
                .create(
                        new UserKey(a.wwwroot, username),
                        User.MANUAL,
                        new Profile(Map.of("firstname", first, "lastname", last, "email", username + "@site-a.test")));
    }

    private MethodCall question(String folder) throws IOException {
        return codec.readCall(Files.readAllBytes(live.resolve(folder).resolve("request.payload")))
                .call();
    }

    private Value answer(String folder) throws IOException {
        MethodResponse response =
                codec.readResponse(Files.readAllBytes(live.resolve(folder).resolve("response.payload")));
        return ((MethodResponse.Success) response).value();
    }

    private Value ask(MethodCall call) {
        return b.get(PeerClient.class).rawCall(home, call.method(), call.arguments());
    }

    /** The recorded question with a token of today. */
    private MethodCall withToken(MethodCall call, String username) {
        User user = a.get(Platform.class).users().findLocal(username).orElseThrow();
        a.signIn(browser, user);
        String land = browser.get(a.jump(b, "")).location().orElseThrow();
        List<Value> arguments = new ArrayList<>(call.arguments());
        arguments.set(0, Value.of(land.replaceAll(".*token=([0-9a-f]{40})&.*", "$1")));
        return new MethodCall(call.method(), arguments);
    }

    private Value here(Value recorded) {
        Map<String, Value> members = new LinkedHashMap<>(((Value.Struct) recorded).members());
        assertThat(members.put("wwwroot", Value.of(a.wwwroot.value())))
                .isEqualTo(Value.of("http://site-a.localhost:8091"));
        return new Value.Struct(members);
    }

    @Test
    void threeUsersRoamAsRecorded() throws IOException {
        Map<String, String> landings =
                Map.of("023-roam-first-user_authorise", "amira", "027-roam-repeat-user_authorise", "alice");
        for (Map.Entry<String, String> landing : landings.entrySet()) {
            MethodCall call = withToken(question(landing.getKey()), landing.getValue());
            assertThat(ask(call)).isEqualTo(here(answer(landing.getKey())));
            assertThatExceptionOfType(Fault.class)
                    .as("once")
                    .isThrownBy(() -> ask(call))
                    .satisfies(fault -> assertThat(fault.code()).isEqualTo(1));
        }
        for (String folder : List.of("024-roam-first-update_enrolments", "028-roam-repeat-update_enrolments")) {
            assertThat(ask(question(folder))).as(folder).isEqualTo(answer(folder));
        }
        long amira =
                a.get(Platform.class).users().findLocal("amira").orElseThrow().id();
        assertThat(a.get(RemoteCourses.class).of(amira)).singleElement().satisfies(course -> {
            assertThat(course.courseId()).isEqualTo(3);
            assertThat(course.fullname()).isEqualTo("History of b");
            assertThat(course.category()).isEqualTo("Category 1");
        });
        assertThat(ask(question("034-logout-sp-kill_children"))).isEqualTo(answer("034-logout-sp-kill_children"));
        assertThat(a.get(JumpSessions.class).of("amira", UserAgents.hash(browser.userAgent)))
                .isEmpty();
    }

    @Test
    void questionsWithoutASessionAreAnsweredAsRecorded() throws IOException {
        for (String folder :
                List.of("016-keepalive_server", "018-fetch_user_image", "019-kill_child", "020-kill_children")) {
            assertThat(ask(question(folder))).as(folder).isEqualTo(answer(folder));
        }
        Map<String, Value> theme = ((Value.Struct) ask(question("017-fetch_theme_info"))).members();
        assertThat(theme).hasSameSizeAs(((Value.Struct) answer("017-fetch_theme_info")).members());
        assertThat(theme).containsOnlyKeys("themename", "logourl");
        String logo = ((Value.Str) theme.get("logourl")).value();
        assertThat(browser.get(logo).body()).as("the logo is served").startsWith("<svg");
        MethodCall unknown = question("015-fault-user_authorise");
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> ask(unknown))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(1));
        assertThat(ask(new MethodCall(
                        "auth/mnet/auth.php/update_enrolments",
                        List.of(
                                Value.of("nobody"),
                                question("024-roam-first-update_enrolments")
                                        .arguments()
                                        .get(1)))))
                .as("about somebody who is not there, nothing is kept")
                .isEqualTo(Value.of(""));
    }

    @Test
    void aTokenThatIsTooOldAndAUserWhoIsGoneHaveTheirOwnCodes() throws IOException {
        MethodCall gone = withToken(question("023-roam-first-user_authorise"), "amira");
        Platform platform = a.get(Platform.class);
        platform.users()
                .suspend(platform.users().findLocal("amira").orElseThrow().id(), true);
        code(3, gone);
        MethodCall late = withToken(question("027-roam-repeat-user_authorise"), "alice");
        List.of(a, b).forEach(site -> site.advance(Duration.ofSeconds(31)));
        code(2, late);
    }

    private void code(int code, MethodCall call) {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> ask(call))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
