package network.constellation.protocol.independent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.wire.WireMessage;
import network.constellation.protocol.wire.WireOpener;
import network.constellation.protocol.wire.WireOpener.KeyFile;
import network.constellation.protocol.xml.XmlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our own vectors of both suites, made by {@link VectorMaker}: the wire may not change under those who rely on it. */
class OwnVectorsTest {
    private final WireOpener opener = new WireOpener(CryptoEngine.detect(), new XmlReader(Limits.standard()));

    @Test
    void the_request_of_each_suite_opens() {
        for (String suite : List.of("legacy", "modern")) {
            WireMessage message = opener.open(request(suite + "/request.xml"));
            assertThat(message.payload()).isEqualTo(file("request.payload"));
            assertThat(message.suite().label()).isEqualTo(suite);
            assertThat(message.timestamp()).hasValue(1_795_248_000L);
        }
    }

    @Test
    void the_modern_answer_opens_with_its_request() {
        WireMessage message = opener.open(answer("modern/answer.xml"));
        assertThat(message.payload()).isEqualTo(file("answer.payload"));
        assertThat(message.wwwroot()).contains("https://callee.example.org/learn");
    }

    @TestFactory
    Stream<DynamicTest> each_bad_one_is_refused_for_its_reason() {
        return Stream.of(
                bad("modern/neg-signed-by-stranger.xml", "bad-signature"),
                bad("modern/neg-altered-data.xml", "cannot-decrypt"),
                bad("modern/neg-recipient-key-of-another.xml", "stale-recipient-key"),
                bad("modern/neg-for-another-site.xml", "unknown-generation"),
                bad("modern/neg-network-changed.xml", "cannot-decrypt"),
                dynamicTest(
                        "modern/neg-answer-to-another-request.xml",
                        () -> refused(answer("modern/neg-answer-to-another-request.xml"), "cannot-decrypt")),
                bad("legacy/neg-signed-by-stranger.xml", "bad-signature"),
                bad("legacy/neg-digest.xml", "digest-mismatch"),
                bad("legacy/neg-outer-wwwroot.xml", "wwwroot-mismatch"),
                bad("legacy/neg-not-signed.xml", "unsigned"),
                bad("legacy/neg-not-encrypted.xml", "forbidden-transport"),
                bad("legacy/neg-key-of-another.xml", "cannot-decrypt"),
                bad("legacy/neg-session-key-too-long.xml", "cannot-decrypt"));
    }

    private DynamicTest bad(String name, String reason) {
        return dynamicTest(name, () -> refused(request(name), reason));
    }

    private void refused(WireOpener.Order order, String reason) {
        assertThatThrownBy(() -> opener.open(order))
                .isInstanceOfSatisfying(
                        EnvelopeException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static WireOpener.Order request(String name) {
        return order(name, "caller.bundle.pem", Optional.empty());
    }

    private static WireOpener.Order answer(String name) {
        return order(name, "callee.bundle.pem", Optional.of(file("modern/request.xml")));
    }

    private static WireOpener.Order order(String name, String sender, Optional<byte[]> request) {
        return new WireOpener.Order(
                file(name),
                List.of(new KeyFile("key", text("callee.private.pem"))),
                text(sender),
                false,
                request,
                Optional.empty());
    }

    private static String text(String name) {
        return new String(file(name), UTF_8);
    }

    private static byte[] file(String name) {
        try (InputStream in = OwnVectorsTest.class.getResourceAsStream(name)) {
            assertThat(in).as("our own vector " + name).isNotNull();
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
