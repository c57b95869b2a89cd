package network.constellation.testnetwork.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyLinkTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket node;
    private FaultyLink link;

    @BeforeEach
    void start() throws IOException {
        node = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread echo = new Thread(this::echoAll);
        echo.setDaemon(true);
        echo.start();
        link = FaultyLink.to(node.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        node.close();
    }

    @Test
    void fairWeatherHandsOnBothWays() throws IOException {
        assertThat(say("hello")).isEqualTo("hello");
    }

    @Test
    void aLinkThatIsDownGivesNoAnswer() {
        link.weather(Weather.FAIR.down());
        assertThatThrownBy(() -> assertThat(say("hello")).isNotEmpty())
                .isInstanceOfAny(IOException.class, AssertionError.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void aLostAnswerWasStillHeard() {
        link.weather(Weather.FAIR.loseAnswerAfter(0));
        assertThatThrownBy(() -> assertThat(say("hello")).isNotEmpty())
                .isInstanceOfAny(IOException.class, AssertionError.class);
        await().untilAsserted(() -> assertThat(heard).containsExactly("hello"));
    }

    @Test
    void corruptionChangesWhatArrives() throws IOException {
        link.weather(Weather.FAIR.corrupting());
        assertThat(say("hello")).hasSize(5).isNotEqualTo("hello");
    }

    @Test
    void duplicationDeliversTwice() throws IOException {
        link.weather(Weather.FAIR.duplicating());
        assertThat(say("hello")).isEqualTo("hello");
        await().untilAsserted(() -> assertThat(heard).containsExactly("hello", "hello"));
    }

    private String say(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), link.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(text.getBytes(UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private void echoAll() {
        while (!node.isClosed()) {
            try (Socket socket = node.accept()) {
                byte[] said = socket.getInputStream().readAllBytes();
                if (said.length > 0) {
                    heard.add(new String(said, UTF_8));
                }
                socket.getOutputStream().write(said);
            } catch (IOException closed) {
                // A cut connection is what some tests ask for.
            }
        }
    }
}
