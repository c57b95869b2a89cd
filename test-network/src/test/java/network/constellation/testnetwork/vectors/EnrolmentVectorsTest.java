package network.constellation.testnetwork.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.accounts.AccountsModule;
import network.constellation.peer.enrolment.EnrolmentModule;
import network.constellation.peer.enrolment.OpenCourses;
import network.constellation.peer.enrolment.Opening;
import network.constellation.peer.mail.MailModule;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformModule;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.peer.roaming.RoamingModule;
import network.constellation.peer.web.WebModule;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What two genuine sites said of enrolment, and the enrolment vectors: the product's own rooms in the recorded state are
 * given the recorded messages, sealed as they were, and answer as recorded.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnrolmentVectorsTest {
    /** When the recorded user was enrolled: the answers tell it. */
    private static final Clock THEN = Clock.fixed(Instant.ofEpochSecond(1_795_243_525), ZoneOffset.UTC);

    private static final Wwwroot LIVE_A = Wwwroot.of("http://site-a.localhost:8091");
    private static final Wwwroot LIVE_B = Wwwroot.of("http://site-b.localhost:8092");
    private static final ServiceGrant[] ALL = {
        new ServiceGrant("mnet_enrol", true, true),
        new ServiceGrant("sso_idp", true, true),
        new ServiceGrant("sso_sp", true, true)
    };

    private final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));
    private final List<VectorSite> sites = new ArrayList<>();

    @AfterAll
    void stop() {
        sites.forEach(VectorSite::close);
    }

    @TestFactory
    List<DynamicTest> recordedExchanges(@TempDir Path data) {
        List<DynamicTest> tests = new ArrayList<>();
        VectorFolder.find().ifPresent(folder -> {
            VectorKeys keys = new VectorKeys(folder, CryptoEngine.pureJava());
            VectorSite b = started(new VectorSite.Builder(
                            data.resolve("b"), LIVE_B, keys.site(LIVE_B, "live/keys/site-b.1", 1)))
                    .knows(keys.peer(LIVE_A, "live/keys/site-a.1"), Application.MOODLE, ALL);
            VectorSite a = started(new VectorSite.Builder(
                            data.resolve("a"), LIVE_A, keys.site(LIVE_A, "live/keys/site-a.1", 1)))
                    .knows(keys.peer(LIVE_B, "live/keys/site-b.1"), Application.MOODLE, ALL);
            liveState(b);
            for (JsonNode exchange : folder.json("live/index.json").get("exchanges")) {
                String method = exchange.path("method").asText();
                if (method.startsWith("enrol/") || method.endsWith("/update_enrolments")) {
                    boolean toB = exchange.get("to").asText().equals("site-b");
                    String name = exchange.get("folder").asText();
                    tests.add(DynamicTest.dynamicTest(name, () -> replay(folder, exchange, toB ? b : a, toB)));
                }
            }
            assertThat(tests).hasSize(13);
        });
        return tests;
    }

    private void replay(VectorFolder folder, JsonNode exchange, VectorSite site, boolean toB) throws Exception {
        String live = "live/" + exchange.get("folder").asText() + "/";
        byte[] answered = site.deliver(folder.bytes(live + "request.body"));
        IndependentOpener.Message answer = IndependentOpener.open(
                answered,
                List.of(text(folder, "live/keys/site-" + (toB ? "a" : "b") + ".1.key.pem")),
                text(folder, "live/keys/site-" + (toB ? "b" : "a") + ".1.cert.pem"));
        same(payload(answer), codec.readResponse(folder.bytes(live + "response.payload")));
    }

    /** B as it was: two courses open to all, one hidden, and a user of A who came before. */
    private static void liveState(VectorSite b) {
        category(b, "Category 1");
        course(b, 3, "b-hist", "History of b", "ID-b-hist", 10_002, 1_790_000_000, true);
        course(b, 2, "b-math", "Math\u00e9matiques & logique (b)", "ID-b-math", 10_003, 1_790_000_000, true);
        course(b, 4, "b-hidden", "Hidden", "", 10_001, 1_790_000_000, false);
        List.of(2L, 3L, 4L).forEach(course -> open(b, course));
        user(b, LIVE_A, "anton");
    }

    @TestFactory
    List<DynamicTest> vectors(@TempDir Path data) {
        List<DynamicTest> tests = new ArrayList<>();
        VectorFolder.find().ifPresent(folder -> {
            MnetSites mnet = new MnetSites(folder);
            VectorSite b = mnet.knowing(started(new VectorSite.Builder(
                            data.resolve("mnet"), MnetSites.B, mnet.keys.site(MnetSites.B, "mnet/keys/peer-b", 2))
                    .retired(mnet.keys.site(MnetSites.B, "mnet/keys/peer-b-old", 1))));
            category(b, "Mathematics");
            course(b, 7, "ALG-1", "\u00c1lgebra <I> & II", "", 10_000, 1_672_531_200, true);
            course(b, 12, "JP-101", "\u65e5\u672c\u8a9e\u5165\u9580 \ud83c\udf8c", "", 10_001, 1_672_531_200, true);
            List.of(7L, 12L).forEach(course -> open(b, course));
            for (JsonNode vector : mnet.vectors()) {
                String method = vector.path("method").asText();
                boolean enrolment = method.startsWith("enrol/") || method.endsWith("/update_enrolments");
                if (enrolment && vector.get("kind").asText().equals("positive")) {
                    String name = vector.get("name").asText();
                    tests.add(DynamicTest.dynamicTest(name, () -> replay(mnet, vector, b)));
                }
            }
            assertThat(tests).hasSize(16);
        });
        return tests;
    }

    private void replay(MnetSites mnet, JsonNode vector, VectorSite b) throws Exception {
        JsonNode files = vector.get("files");
        if (vector.get("method").asText().endsWith("/course_enrolments")) {
            enrolledTwice(b);
        }
        byte[] answered = b.deliver(mnet.file(files, "request_encrypted"));
        IndependentOpener.Message answer = IndependentOpener.open(answered, mnet.callersKeys(), mnet.pem("peer-b.crt"));
        JsonNode fault = vector.path("expected_fault");
        if (fault.has("faultCode")) {
            assertThat(((MethodResponse.Failure) payload(answer)).code())
                    .isEqualTo(fault.get("faultCode").asInt());
        } else {
            same(payload(answer), codec.readResponse(mnet.file(files, "response_plain")));
        }
    }

    /** The recorded user was in the course in two ways, since instants that stand in the answer. */
    private static void enrolledTwice(VectorSite b) {
        Platform platform = b.get(Platform.class);
        User user = platform.users()
                .find(new UserKey(MnetSites.A, "jkowalski"))
                .orElseGet(() -> user(b, MnetSites.A, "jkowalski"));
        for (String method : List.of(Enrolment.MNET, Enrolment.MANUAL)) {
            platform.enrolments().enrol(user.id(), 7, "student", method, Optional.empty(), Optional.empty());
            OffsetDateTime since = Instant.ofEpochSecond(method.equals(Enrolment.MNET) ? 1_690_000_000 : 1_690_000_500)
                    .atOffset(ZoneOffset.UTC);
            b.get(Jdbi.class)
                    .useHandle(handle -> handle.execute(
                            "update platform_enrolment set modified = ? where user_id = ? and method = ?",
                            since,
                            user.id(),
                            method));
        }
    }

    private MethodResponse payload(IndependentOpener.Message answer) {
        assertThat(answer.encrypted() && answer.signed() && answer.signatureHolds())
                .isTrue();
        return codec.readResponse(answer.payload().getBytes(StandardCharsets.UTF_8));
    }

    private static void same(MethodResponse ours, MethodResponse theirs) {
        if (theirs instanceof MethodResponse.Failure failure) {
            assertThat(((MethodResponse.Failure) ours).code()).isEqualTo(failure.code());
        } else {
            assertThat(ours).isEqualTo(theirs);
        }
    }

    private VectorSite started(VectorSite.Builder builder) {
        VectorSite site = builder.clock(THEN)
                .rooms(
                        new PlatformModule(),
                        new MailModule(),
                        new AccountsModule(),
                        new WebModule(),
                        new RoamingModule(),
                        new EnrolmentModule())
                .start();
        sites.add(site);
        return site;
    }

    private static void category(VectorSite site, String name) {
        site.get(Jdbi.class).useHandle(handle -> handle.execute("update platform_category set name = ?", name));
    }

    private static void course(
            VectorSite site,
            long id,
            String shortname,
            String fullname,
            String idNumber,
            int order,
            long start,
            boolean visible) {
        OffsetDateTime now = THEN.instant().atOffset(ZoneOffset.UTC);
        String summary = "<p>" + (shortname.startsWith("b-") ? "Summary of " : "") + fullname + "</p>";
        site.get(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "insert into platform_course (id, shortname, fullname, idnumber, summary, visible, category,"
                                + " sort_order, start_date, created, modified) values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)",
                        id,
                        shortname,
                        fullname,
                        idNumber,
                        summary,
                        visible,
                        order,
                        Instant.ofEpochSecond(start).atOffset(ZoneOffset.UTC),
                        now,
                        now));
    }

    private static void open(VectorSite site, long course) {
        Platform platform = site.get(Platform.class);
        User teacher = platform.users().findLocal("teacher").orElseGet(() -> user(site, site.wwwroot(), "teacher"));
        platform.roles().assign(teacher.id(), "editingteacher", Scope.course(course));
        site.get(OpenCourses.class)
                .open(
                        teacher.id(),
                        new Opening(course, Optional.empty(), "student", List.of(), false, 0, Instant.EPOCH, ""));
    }

    private static User user(VectorSite site, Wwwroot home, String username) {
        String auth = home.equals(site.wwwroot()) ? User.MANUAL : User.MNET;
        return site.get(Platform.class)
                .users()
                .create(new UserKey(home, username), auth, Profile.of("First", "Last", username + "@example.org"));
    }

    private static String text(VectorFolder folder, String file) {
        return new String(folder.bytes(file), StandardCharsets.US_ASCII);
    }
}
