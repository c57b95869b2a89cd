package network.constellation.testnetwork.vectors.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import network.constellation.testnetwork.vectors.independent.PlainKeys;
import network.constellation.testnetwork.vectors.independent.PlainModern;
import network.constellation.testnetwork.vectors.independent.PlainModern.Facts;
import network.constellation.testnetwork.vectors.independent.PlainModern.Header;
import network.constellation.testnetwork.vectors.independent.PlainModern.Window;

/** Messages of the modern suite between A and B, good and bad (docs/protocol/modern-suite.md). */
final class OwnModern {
    static final String NETWORK = "https://hub.example.org";

    private static final byte[] NONE = new byte[0];
    private static final byte[] CALL =
            "<methodCall><methodName>system/listServices</methodName></methodCall>".getBytes(UTF_8);
    private static final byte[] ANSWER =
            "<methodResponse><params><param><value>Ελλάδα</value></param></params></methodResponse>".getBytes(UTF_8);

    private final OwnVectors vectors;
    private final Window window;

    OwnModern(OwnVectors vectors) {
        this.vectors = vectors;
        this.window = Window.ofCaller(facts(NETWORK, vectors.b), ephemeral("window"));
    }

    void add() {
        byte[] first = call("modern-call", "the first message of a window", window);
        call("modern-call-again", "the second message of the same window", window);
        answer("modern-answer", "modern-call", "accepted", id("modern-call"), id("modern-call"), PlainModern.ANSWER);
        answer(
                "modern-answer-of-other",
                "modern-call",
                "wrong-request",
                id("modern-call-again"),
                id("modern-call"),
                PlainModern.ANSWER);
        answer(
                "modern-answer-sealed-for-other",
                "modern-call",
                "cannot-decrypt",
                id("modern-call"),
                id("modern-call-again"),
                PlainModern.ANSWER);

        refusedCall("modern-other-direction", "bad-signature", signed("modern-other-direction", PlainModern.ANSWER));
        Window elsewhere = Window.ofCaller(facts(NETWORK, vectors.c), ephemeral("elsewhere"));
        refusedCall(
                "modern-signed-for-other-recipient",
                "wrong-context",
                PlainModern.signed(
                        CALL,
                        elsewhere,
                        PlainModern.REQUEST,
                        header("modern-signed-for-other-recipient", NONE),
                        vectors.a.ed25519()));
        refusedCall(
                "modern-signed-by-stranger",
                "bad-signature",
                PlainModern.signed(
                        CALL,
                        window,
                        PlainModern.REQUEST,
                        header("modern-signed-by-stranger", NONE),
                        vectors.c.ed25519()));
        refusedCall(
                "modern-other-inner-name",
                "wwwroot-mismatch",
                replaced(
                        "modern-other-inner-name",
                        "<wwwroot>" + vectors.a.wwwroot(),
                        "<wwwroot>" + vectors.c.wwwroot()));
        refusedCall(
                "modern-bad-digest",
                "digest-mismatch",
                replaced("modern-bad-digest", "<DigestValue>", "<DigestValue>0"));
        refusedCall("modern-unsigned", "unsigned", CALL);

        Window otherNetwork = Window.ofCaller(facts("https://other-hub.example.org", vectors.b), ephemeral("network"));
        refused(
                "modern-other-network",
                "wrong-context",
                sealed(
                        "modern-other-network",
                        otherNetwork,
                        PlainModern.signed(
                                CALL,
                                otherNetwork,
                                PlainModern.REQUEST,
                                header("modern-other-network", NONE),
                                vectors.a.ed25519())));
        String body = new String(first, StandardCharsets.US_ASCII);
        int data = body.indexOf("<CipherValue>") + 200;
        refused(
                "modern-changed-data",
                "cannot-decrypt",
                (body.substring(0, data) + (body.charAt(data) == 'A' ? 'B' : 'A') + body.substring(data + 1))
                        .getBytes(UTF_8));
        refused(
                "modern-weak-key",
                "weak-key",
                body.replaceFirst("(?s)(</EncryptedData>.*<CipherValue>)[^<]*", "$1" + "A".repeat(43) + "=")
                        .getBytes(UTF_8));
        refused(
                "modern-no-window",
                "malformed",
                body.replaceFirst("<window>[^<]*</window>", "").getBytes(UTF_8));
    }

    private byte[] call(String name, String description, Window in) {
        byte[] body = sealed(name, in, signed(name, PlainModern.REQUEST));
        ObjectNode vector = vectors.add(name, "modern", "call", description, "accepted", body);
        vector.put("ephemeral_private", PlainKeys.hex(ephemeral("window")));
        vector.put("exporter_secret", PlainKeys.hex(in.exporterSecret()));
        vector.put("message_id", PlainKeys.hex(id(name)));
        vector.put("salt", PlainKeys.hex(salt(name)));
        vector.put("suspension_sequence", 7);
        vectors.addPayload(vector, CALL);
        return body;
    }

    private void answer(
            String name, String toCall, String expected, byte[] signedFor, byte[] sealedFor, String direction) {
        byte[] signed = PlainModern.signed(ANSWER, window, direction, header(name, signedFor), vectors.b.ed25519());
        byte[] body = PlainModern.sealed(signed, window, PlainModern.ANSWER, sealedFor, salt(name));
        String description = expected.equals("accepted") ? "the answer of B to " + toCall : "refused: " + expected;
        ObjectNode vector = vectors.add(name, "modern", "answer", description, expected, body);
        vector.put("answers", toCall);
        vector.put("request_id", PlainKeys.hex(id(toCall)));
        if (expected.equals("accepted")) {
            vectors.addPayload(vector, ANSWER);
        }
    }

    private void refusedCall(String name, String reason, byte[] content) {
        refused(name, reason, sealed(name, window, content));
    }

    private void refused(String name, String reason, byte[] body) {
        vectors.add(name, "modern", "call", "refused: " + reason, reason, body);
    }

    private byte[] signed(String name, String direction) {
        return PlainModern.signed(CALL, window, direction, header(name, NONE), vectors.a.ed25519());
    }

    private byte[] replaced(String name, String found, String instead) {
        return new String(signed(name, PlainModern.REQUEST), UTF_8)
                .replace(found, instead)
                .getBytes(UTF_8);
    }

    private static byte[] sealed(String name, Window in, byte[] content) {
        return PlainModern.sealed(content, in, PlainModern.REQUEST, NONE, salt(name));
    }

    private static Header header(String name, byte[] requestId) {
        return new Header(id(name), OwnVectors.TIME * 1000 + 123, 7, requestId, NONE, NONE);
    }

    private Facts facts(String network, OwnSite callee) {
        return new Facts(
                network,
                vectors.a.wwwroot(),
                callee.wwwroot(),
                vectors.a.fingerprint(),
                callee.fingerprint(),
                callee.x25519Public());
    }

    private static byte[] ephemeral(String window) {
        return OwnSite.bytes(window + " ephemeral");
    }

    private static byte[] id(String name) {
        return OwnSite.bytes(name + " id", 16);
    }

    private static byte[] salt(String name) {
        return OwnSite.bytes(name + " salt");
    }
}
