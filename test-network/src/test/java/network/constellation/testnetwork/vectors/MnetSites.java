package network.constellation.testnetwork.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** The sites of {@code vectors/mnet} in the state that its manifest describes ({@code semantics.service_table}). */
final class MnetSites {
    static final Wwwroot A = Wwwroot.of("https://moodle-a.example.org");
    static final Wwwroot B = Wwwroot.of("http://moodle-b.example.net/learn");
    static final Wwwroot C = Wwwroot.of("https://stranger.example.com");
    static final Wwwroot M = Wwwroot.of("https://mahara.example.edu");

    private static final ServiceGrant[] TO_A = {
        new ServiceGrant("sso_idp", true, true),
        new ServiceGrant("sso_sp", true, true),
        new ServiceGrant("mnet_enrol", true, false),
        new ServiceGrant("test", true, false),
        new ServiceGrant("unpublished", false, false)
    };

    final VectorFolder folder;
    final VectorKeys keys;
    final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));
    private final JsonNode manifest;
    private final RecordedAnswers recorded = new RecordedAnswers();

    MnetSites(VectorFolder folder) {
        this.folder = folder;
        this.keys = new VectorKeys(folder, CryptoEngine.pureJava());
        this.manifest = folder.json("mnet/manifest.json");
    }

    JsonNode vectors() {
        return manifest.get("vectors");
    }

    /** B, which knows A and the Mahara M. */
    VectorSite.Builder b(Path data) {
        VectorSite.Builder builder = new VectorSite.Builder(data, B, keys.site(B, "mnet/keys/peer-b", 2))
                .retired(keys.site(B, "mnet/keys/peer-b-old", 1));
        vectors().forEach(this::record);
        services().forEach((method, service) -> builder.method(recorded.method(method, service)));
        return builder;
    }

    VectorSite knowing(VectorSite site) {
        return site.knows(keys.peer(A, "mnet/keys/peer-a"), Application.MOODLE, TO_A)
                .knows(keys.peer(M, "mnet/keys/peer-m"), Application.MAHARA, TO_A)
                .disables("local/vectortest/lib.php/disabled_fn");
    }

    /** From now on the sites answer this vector's call as it was answered; both eras recorded some calls. */
    void record(JsonNode vector) {
        JsonNode files = vector.get("files");
        if (files.has("request_plain") && files.has("response_plain")) {
            recorded.add(
                    codec.readCall(file(files, "request_plain")).call(),
                    codec.readResponse(file(files, "response_plain")));
        }
    }

    byte[] file(JsonNode files, String which) {
        return folder.bytes("mnet/" + files.get(which).asText());
    }

    String pem(String name) {
        return new String(folder.bytes("mnet/keys/" + name + ".pem"), StandardCharsets.US_ASCII);
    }

    /** Private keys of everybody an answer may be for. */
    List<String> callersKeys() {
        return List.of(pem("peer-a.key"), pem("peer-m.key"), pem("peer-c.key"));
    }

    private static Map<String, String> services() {
        Map<String, String> services = new LinkedHashMap<>();
        for (String name : List.of(
                "user_authorise",
                "keepalive_server",
                "kill_children",
                "refresh_log",
                "fetch_user_image",
                "fetch_theme_info",
                "update_enrolments")) {
            services.put("auth/mnet/auth.php/" + name, "sso_idp");
        }
        services.put("auth/mnet/auth.php/kill_child", "sso_sp");
        services.put("auth/mnet/auth.php/keepalive_client", "unpublished");
        for (String name :
                List.of("available_courses", "user_enrolments", "enrol_user", "unenrol_user", "course_enrolments")) {
            services.put("enrol/mnet/enrol.php/" + name, "mnet_enrol");
        }
        for (String name : List.of("bigstring", "disabled_fn", "echo_args", "echo_one", "noresult", "types")) {
            services.put("local/vectortest/lib.php/" + name, "test");
        }
        services.put("local/vectortest/lib.php/nohost_fn", "granted-to-nobody");
        return services;
    }
}
