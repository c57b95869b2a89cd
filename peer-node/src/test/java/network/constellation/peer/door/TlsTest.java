package network.constellation.peer.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigException;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    Path folder;

    /** Writes a fresh certificate of that name with the JDK's own tool. */
    private void make(String name, String algorithm) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret7")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret7".toCharArray());
        write("door.crt", "CERTIFICATE", keys.getCertificate("x").getEncoded());
        write(
                "door.key",
                "PRIVATE KEY",
                keys.getKey("x", "secret7".toCharArray()).getEncoded());
    }

    private void write(String file, String label, byte[] der) throws Exception {
        Path path = folder.resolve(file);
        FileTime before = Files.exists(path) ? Files.getLastModifiedTime(path) : FileTime.fromMillis(0);
        Files.writeString(
                path,
                "-----BEGIN " + label + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label
                        + "-----\n");
        Files.setLastModifiedTime(path, FileTime.from(before.toInstant().plus(Duration.ofMinutes(1))));
    }

    private ConfigReader settings() {
        return ConfigReader.of("door { port = 0, bind = \"127.0.0.1\", tls-certificate = \""
                + folder.resolve("door.crt") + "\", tls-key = \"" + folder.resolve("door.key") + "\" }");
    }

    /** Name in the certificate that the door shows, after one request. */
    private static String shown(Node node) throws Exception {
        SSLContext anybody = SSLContext.getInstance("TLS");
        anybody.init(null, new TrustManager[] {new Anybody()}, null);
        try (SSLSocket socket = (SSLSocket) anybody.getSocketFactory().createSocket("127.0.0.1", node.port())) {
            socket.getOutputStream().write("GET /healthz/live HTTP/1.0\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 200");
            X509Certificate own = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return own.getSubjectX500Principal().getName();
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void changedFilesAreReadAgainAndUnusableOnesAreNot() throws Exception {
        make("first.example", "RSA");
        try (Node node = NodeBuilder.in(folder.resolve("data"))
                .config(settings())
                .build()
                .start()) {
            node.tenants().add(Wwwroot.of("https://first.example"), "A");
            assertThat(shown(node)).isEqualTo("CN=first.example");
            write("door.crt", "CERTIFICATE", new byte[] {1, 2, 3});
            make("second.example", "EC");
            await().atMost(Duration.ofSeconds(20)).until(() -> shown(node).equals("CN=second.example"));
            assertThat(node.get(Door.class).certificateEnds()).isPresent();
        }
    }

    @Test
    void filesThatCannotBeUsedAreSaidInOneSentence() throws Exception {
        make("first.example", "RSA");
        write("door.key", "CERTIFICATE", new byte[] {1});
        Node node = NodeBuilder.in(folder.resolve("data")).config(settings()).build();
        assertThatThrownBy(node::start)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("The TLS files")
                .hasMessageContaining("give a PEM chain and its unencrypted PEM key");
        assertThatThrownBy(() -> NodeBuilder.in(folder.resolve("other"))
                        .config(ConfigReader.of("door.tls-key = /x"))
                        .build())
                .hasMessageContaining("must be given together");
    }
}
