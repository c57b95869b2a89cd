package network.constellation.testnetwork.vectors.own;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import network.constellation.testnetwork.vectors.independent.PlainKeys;
import network.constellation.testnetwork.vectors.independent.PlainLegacy;

/** Messages of the legacy suite from A to B, good and bad (mnet-wire.md 3 and 4). */
final class OwnLegacy {
    private static final String MOODLE = "/mnet/publickey.php";
    private static final String MAHARA = "/api/xmlrpc/publickey.php";
    private static final byte[] CALL = ("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<methodCall>\n"
                    + "<methodName>system/listServices</methodName>\n<params>\n</params>\n</methodCall>")
            .getBytes(UTF_8);

    private final OwnVectors vectors;

    OwnLegacy(OwnVectors vectors) {
        this.vectors = vectors;
    }

    void add() {
        good("legacy-call", "signed and encrypted, as a Moodle writes it", MOODLE, text -> text);
        good(
                "legacy-call-mahara",
                "the same of a Mahara, with its extra element",
                MAHARA,
                text -> text.replace("    </encryptedMessage>", "        <X1>nothing</X1>\n    </encryptedMessage>"));
        good(
                "legacy-call-https-names",
                "namespace names with https, as one fork writes them",
                MOODLE,
                text -> text.replace("http://www.w3.org", "https://www.w3.org"));
        good(
                "legacy-call-wrapped-base64",
                "base64 in lines of 64",
                MOODLE,
                text -> text.replaceAll("([A-Za-z0-9+/=]{64})(?=[A-Za-z0-9+/=])", "$1\n"));
        good(
                "legacy-call-crlf",
                "other line ends and no declaration",
                MOODLE,
                text -> text.replaceAll("<\\?xml[^>]*>\n *", "").replace("\n", "\r\n"));

        String signed = signed(MOODLE);
        bad("legacy-bad-digest", "digest-mismatch", signed.replaceAll("(<DigestValue>).", "$1g"));
        bad("legacy-bad-signature", "bad-signature", flipped(signed, "<SignatureValue>"));
        bad("legacy-changed-payload", "bad-signature", flipped(signed, "\"XMLRPC-MSG\">"));
        bad("legacy-empty-signature", "unsigned", signed.replaceAll("(<SignatureValue>)[^<]*", "$1"));
        bad(
                "legacy-other-inner-name",
                "wwwroot-mismatch",
                signed.replace("<wwwroot>" + vectors.a.wwwroot(), "<wwwroot>" + vectors.c.wwwroot()));
        bad("legacy-unsigned", "unsigned", new String(CALL, UTF_8));
        bad("legacy-doctype-inside", "doctype", signed.replaceFirst("\n", "\n<!DOCTYPE a>\n"));
        bad("legacy-broken-inside", "malformed", signed.replace("</signedMessage>", ""));

        String body = body("legacy-call", signed);
        refused("legacy-doctype-outside", "doctype", body.replaceFirst("\n", "\n<!DOCTYPE a [<!ENTITY e 'x'>]>\n"));
        refused("legacy-cut", "malformed", body.substring(0, body.length() / 2));
        refused("legacy-cut-data", "truncated", body.replaceFirst("(<CipherValue>[^<]+)[^<]{5}<", "$1<"));
        refused("legacy-swapped", "cannot-decrypt", swapped(body));
        refused(
                "legacy-other-recipient",
                "cannot-decrypt",
                new String(
                        PlainLegacy.sealed(
                                signed.getBytes(US_ASCII),
                                vectors.a.wwwroot(),
                                sessionKey("legacy-other-recipient"),
                                vectors.c.rsa(),
                                OwnSite.bytes("padding")),
                        US_ASCII));
    }

    private void good(String name, String description, String page, UnaryOperator<String> liberty) {
        String body = liberty.apply(body(name, signed(page)));
        ObjectNode vector = vectors.add(name, "legacy", "call", description, "accepted", body.getBytes(US_ASCII));
        vector.put("session_key", PlainKeys.hex(sessionKey(name)));
        vectors.addPayload(vector, CALL);
    }

    private void bad(String name, String reason, String content) {
        refused(name, reason, body(name, content));
    }

    private void refused(String name, String reason, String body) {
        vectors.add(name, "legacy", "call", "refused: " + reason, reason, body.getBytes(US_ASCII));
    }

    private String signed(String page) {
        return new String(
                PlainLegacy.signed(CALL, vectors.a.wwwroot(), page, OwnVectors.TIME, vectors.a.rsa()), US_ASCII);
    }

    private String body(String name, String content) {
        return new String(
                PlainLegacy.sealed(
                        content.getBytes(UTF_8),
                        vectors.a.wwwroot(),
                        sessionKey(name),
                        vectors.b.rsa(),
                        OwnSite.bytes(name + " padding")),
                US_ASCII);
    }

    private static byte[] sessionKey(String name) {
        return OwnSite.bytes(name + " session key", 16);
    }

    /** With the tenth character after a mark exchanged. */
    private static String flipped(String text, String mark) {
        int at = text.indexOf(mark) + mark.length() + 10;
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    private static String swapped(String body) {
        String[] parts = body.split("(?<=<CipherValue>)|(?=</CipherValue>)");
        return parts[0] + parts[3] + parts[2] + parts[1] + parts[4];
    }
}
