package network.constellation.testnetwork.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.ring.Rotation;
import network.constellation.peer.connectivity.Connectivity;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.Part;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a site finds of another's door: certificates of an authority of the test's own, made by the JDK's tool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificatesTest {
    private static final String SECRET = "secret7";

    private Path folder;
    private TestNetwork network;
    private TestSite site;

    @BeforeAll
    void authority(@TempDir Path temporary) throws Exception {
        folder = temporary;
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Test authority",
                "-ext",
                "bc:c",
                "-keystore",
                "ca.p12");
        keytool("-exportcert", "-rfc", "-alias", "ca", "-keystore", "ca.p12", "-file", "ca.pem");
        network = TestNetwork.withoutHub(folder.resolve("nodes"));
        site = network.site(
                "a",
                "connectivity.every = 24h\noutbound.trusted-certificates = \"" + folder.resolve("ca.pem") + "\"\n");
    }

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void anExpiredCertificateHasItsOwnWordOneThatEndsSoonWarnsAndOneOfAnotherNameIsRefused() throws Exception {
        assertThat(found("expired", "-400d", 30, "localhost")).isEqualTo("tls.expired");
        assertThat(found("soon", "-1d", 8, "localhost")).isEqualTo("tls.soon");
        assertThat(found("soon", "-1d", 8, "other.localhost")).isEqualTo("tls.name");
    }

    /** What the site finds of a door that shows such a certificate. */
    private String found(String name, String start, int days, String called) throws Exception {
        String store = name + ".p12";
        if (!Files.exists(folder.resolve(store))) {
            certificate(name, store, start, days);
        }
        try (SSLServerSocket door = door(folder.resolve(store))) {
            Thread server = new Thread(() -> serve(door));
            server.setDaemon(true);
            server.start();
            Wwwroot wwwroot = Wwwroot.of("https://" + called + ":" + door.getLocalPort());
            Peer peer = site.get(Peers.class)
                    .admit(
                            identity(wwwroot),
                            PeerTerms.of(name, Application.CONSTELLATION),
                            "administrator",
                            TestNetwork.ACTOR);
            LinkCheck link = site.get(Connectivity.class).look(peer);
            assertThat(link.part(Part.CONNECT).word()).isEqualTo("open");
            return link.part(Part.TLS).key();
        }
    }

    private void certificate(String name, String store, String start, int days) throws Exception {
        keytool("-genkeypair", "-alias", "x", "-keyalg", "EC", "-dname", "CN=localhost", "-keystore", store);
        keytool("-certreq", "-alias", "x", "-keystore", store, "-file", name + ".csr");
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-keystore",
                "ca.p12",
                "-infile",
                name + ".csr",
                "-outfile",
                name + ".crt",
                "-ext",
                "san=dns:localhost",
                "-startdate",
                start,
                "-validity",
                String.valueOf(days));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.pem", "-keystore", store);
        keytool("-importcert", "-alias", "x", "-file", name + ".crt", "-keystore", store);
    }

    private static PublicIdentity identity(Wwwroot wwwroot) {
        CryptoEngine engine = CryptoEngine.detect();
        SiteKeys keys = new Rotation(engine)
                .found(wwwroot, CertificateSubject.named("Test", wwwroot), Duration.ofDays(300), Instant.now())
                .current();
        return keys.publicIdentity(engine);
    }

    private static SSLServerSocket door(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), SECRET.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, java.net.InetAddress.getByName("127.0.0.1"));
    }

    /** Shakes hands and hangs up. */
    private static void serve(SSLServerSocket door) {
        while (!door.isClosed()) {
            try (SSLSocket socket = (SSLSocket) door.accept()) {
                socket.startHandshake();
            } catch (java.io.IOException refused) {
                // By the other side, which is what is tested; or the end.
            }
        }
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", SECRET));
        Process tool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(tool.exitValue())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
    }
}
