package network.constellation.peer.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.store.EachDatabase;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    @TempDir
    Path data;

    private final AtomicReference<String> wrong = new AtomicReference<>("");

    private Node node(ConfigReader config) {
        Node node = NodeBuilder.in(data)
                .config(config.with("door.port", 0).with("door.bind", "127.0.0.1"))
                .tenant(new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(SelfCall.class).toInstance(() -> {
                            if (!wrong.get().isEmpty()) {
                                throw new IOException(wrong.get());
                            }
                        });
                    }
                })
                .build()
                .start();
        node.tenants().add(Wwwroot.of("http://a.localhost"), "A");
        return node;
    }

    private static HttpResponse<String> get(Node node, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @EachDatabase
    void readinessFollowsTheSelfCall(ConfigReader config) throws Exception {
        try (Node node = node(config)) {
            assertThat(get(node, "/healthz/live").body()).isEqualTo("{\"live\":true}");
            assertThat(get(node, "/healthz/ready").statusCode()).isEqualTo(200);
            wrong.set("no route to host");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> get(node, "/healthz/ready").statusCode() == 503);
            assertThat(get(node, "/healthz/ready").body())
                    .contains("http://a.localhost does not answer its own signed call: no route to host")
                    .contains("remedy");
        }
    }

    @EachDatabase
    void metricsAreForThisMachine(ConfigReader config) throws Exception {
        try (Node node = node(config)) {
            assertThat(get(node, "/metrics").body())
                    .contains("constellation_jobs{state=\"DONE\"} 0.0")
                    .contains("constellation_tenants_open 1.0")
                    .contains("constellation_crypto_native")
                    .contains("jvm_memory_used_bytes");
            assertThat(get(node, "/metrics", "X-Forwarded-For", "192.0.2.7").statusCode())
                    .isEqualTo(403);
        }
    }

    @EachDatabase
    void theDoctorNamesRemedies(ConfigReader config) throws Exception {
        try (Node node = node(config)) {
            Doctor doctor = node.get(Doctor.class);
            assertThat(doctor.examine()).noneMatch(finding -> finding.grade() == Finding.Grade.BAD);
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
            assertThat(doctor.examine())
                    .filteredOn(finding -> finding.grade() == Finding.Grade.BAD)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.remedy()).isEqualTo("chmod 700 " + data));
        }
    }
}
