package network.constellation.testnetwork.originals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.peer.originals.Masters;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A site of ours, and a VMoodle master whom its administrator accepts before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MasterAndSite {
    static final String BIND = "local/vmoodle/rpclib.php/mnetadmin_rpc_bind_peer";
    static final String UNBIND = "blocks/vmoodle/rpclib.php/mnetadmin_rpc_unbind_peer";

    final CryptoEngine engine = CryptoEngine.detect();
    final TestingKeys keys = new TestingKeys(engine);
    TestNetwork network;
    TestSite site;
    VMoodleSite master;
    VMoodleSite sibling;
    VMoodleSite stranger;

    @BeforeAll
    void start(@TempDir Path folder) {
        network = TestNetwork.withoutHub(folder);
        site = network.site("led");
        master = new VMoodleSite("main", "local/vmoodle/", engine, keys.rsa());
        sibling = new VMoodleSite("sibling", "local/vmoodle/", engine, keys.rsa());
        stranger = new VMoodleSite("stranger", "local/vmoodle/", engine, keys.rsa());
    }

    @AfterAll
    void stop() {
        network.close();
        List.of(master, sibling, stranger).forEach(VMoodleSite::close);
    }

    @BeforeEach
    void accept() {
        masters()
                .accept(
                        master.wwwroot(),
                        Optional.of(Fingerprint.of(master.certificate()).hex()),
                        Set.of(),
                        null,
                        TestNetwork.ACTOR);
    }

    Masters masters() {
        return site.get(Masters.class);
    }

    SiteCertificate ours() {
        return site.get(SiteIdentity.class).published().certificate();
    }

    static Value.Struct host(Wwwroot wwwroot, SiteCertificate certificate) {
        Map<String, Value> record = new LinkedHashMap<>();
        record.put("id", Value.of("17"));
        record.put("wwwroot", Value.of(wwwroot.value()));
        record.put("ip_address", Value.of("127.0.0.1"));
        record.put("name", Value.of("A Moodle"));
        record.put("public_key", Value.of(certificate.pem()));
        record.put(
                "public_key_expires",
                Value.of(Long.toString(certificate.notAfter().getEpochSecond())));
        record.put("deleted", Value.of("0"));
        record.put("last_log_id", Value.of(0));
        record.put("theme", new Value.Nil());
        record.put("applicationid", Value.of("1"));
        return new Value.Struct(record);
    }

    static Value.Struct with(Value.Struct struct, String member, Value value) {
        Map<String, Value> changed = new LinkedHashMap<>(struct.members());
        changed.put(member, value);
        return new Value.Struct(changed);
    }

    /** As an original's default strategy: every service that the master has, nearly all with neither flag. */
    static Value.Struct strategy(Map<String, String> on) {
        Map<String, Value> services = new LinkedHashMap<>();
        Map<String, String> all = new LinkedHashMap<>(Map.of("mnetadmin", "", "only_the_master_has_it", ""));
        all.putAll(on);
        all.forEach((service, flags) -> services.put(
                service,
                new Value.Struct(Map.of(
                        "publish", Value.of(flags.contains("p") ? "1" : "0"),
                        "subscribe", Value.of(flags.contains("s") ? 1 : 0)))));
        return new Value.Struct(services);
    }

    static final Value.Struct SSO = strategy(Map.of("sso_idp", "ps", "sso_sp", "ps"));

    JsonNode order(VMoodleSite from, VMoodleSite claimed, String method, Value... arguments) {
        String root = claimed.wwwroot().value();
        Value[] all = new Value[arguments.length + 3];
        all[0] = Value.of("admin");
        all[1] = Value.of(root);
        all[2] = Value.of(root);
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return json(from.call(site.wwwroot(), ours(), method, all));
    }

    static JsonNode json(MethodResponse response) {
        assertThat(response).isInstanceOf(MethodResponse.Success.class);
        try {
            return new JsonMapper().readTree(VMoodleHosts.text(((MethodResponse.Success) response).value()));
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
    }

    JsonNode bind(VMoodleSite about) {
        return order(master, master, BIND, host(about.wwwroot(), about.certificate()), SSO);
    }

    Optional<Peer> peer(VMoodleSite other) {
        return site.get(Peers.class).find(other.wwwroot());
    }

    List<ServiceGrant> services(VMoodleSite other) {
        return site.get(Services.class).table().rows(other.wwwroot().value());
    }

    static void assertStatus(JsonNode answer, int status) {
        assertThat(answer.path("status").intValue()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.path("errors").isArray()).isTrue();
    }
}
