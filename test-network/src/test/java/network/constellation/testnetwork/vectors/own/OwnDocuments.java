package network.constellation.testnetwork.vectors.own;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** XML-RPC documents whose one string value a codec must read (mnet-wire.md 10.3). */
final class OwnDocuments {
    private static final String EXTENSION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static final String LIBRARY_CALL = "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n";
    private static final String LIBRARY_ANSWER = "<?xml version=\"1.0\"?>\n";
    private static final String TEXT = "Søren & Ελλάδα, Россия 😀";

    private final OwnVectors vectors;

    OwnDocuments(OwnVectors vectors) {
        this.vectors = vectors;
    }

    void add() {
        call("xmlrpc-call-raw", "a call in raw UTF-8", LIBRARY_CALL, TEXT.replace("&", "&amp;"));
        call("xmlrpc-call-bytes", "a call in byte references, as a Mahara writes it", EXTENSION, bytes(false));
        call("xmlrpc-call-code-points", "references of the library are code points", LIBRARY_CALL, codePoints());
        answer("xmlrpc-answer-bytes", "an answer in byte references", EXTENSION, bytes(false));
        answer("xmlrpc-answer-lost-digit", "the same with the lost digit of 200 to 209", EXTENSION, bytes(true));
        answer("xmlrpc-answer-code-points", "an answer in code points", LIBRARY_ANSWER, codePoints());
        answer("xmlrpc-answer-raw", "an answer in raw UTF-8", LIBRARY_ANSWER, TEXT.replace("&", "&amp;"));
        refused("xmlrpc-doctype", "doctype", "<!DOCTYPE a [<!ENTITY e \"x\">]>\n", "&e;");
        refused("xmlrpc-external-entity", "doctype", "<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\">\n", "x");
        refused("xmlrpc-unclosed", "malformed", "", "</value>");
        refused("xmlrpc-deep", "too-deep", "", "<array><data><value>".repeat(100));
    }

    private void call(String name, String description, String declaration, String text) {
        document(name, "call", description, "accepted", declaration + callOf(text))
                .put("expected_text", TEXT);
    }

    private void answer(String name, String description, String declaration, String text) {
        String document = declaration + "<methodResponse>\n<params>\n<param>\n<value><string>" + text
                + "</string></value>\n</param>\n</params>\n</methodResponse>";
        document(name, "answer", description, "accepted", document).put("expected_text", TEXT);
    }

    private void refused(String name, String reason, String before, String text) {
        document(name, "call", "refused: " + reason, reason, LIBRARY_CALL + before + callOf(text));
    }

    private ObjectNode document(String name, String kind, String description, String expected, String document) {
        return vectors.add(name, "none", kind, description, expected, document.getBytes(UTF_8));
    }

    private static String callOf(String text) {
        return "<methodCall>\n<methodName>local/x/lib.php/echo</methodName>\n<params>\n<param>\n<value>" + text
                + "</value>\n</param>\n</params>\n</methodCall>";
    }

    private static String bytes(boolean losingDigits) {
        StringBuilder out = new StringBuilder();
        for (byte octet : TEXT.getBytes(UTF_8)) {
            int number = octet & 0xFF;
            if (number < 128 && number != '&') {
                out.append((char) number);
            } else {
                boolean lost = losingDigits && number >= 200 && number <= 209;
                out.append("&#").append(lost ? number - 180 : number).append(';');
            }
        }
        return out.toString();
    }

    private static String codePoints() {
        StringBuilder out = new StringBuilder();
        TEXT.codePoints().forEach(point -> {
            if (point < 128 && point != '&') {
                out.append((char) point);
            } else {
                out.append("&#").append(point).append(';');
            }
        });
        return out.toString();
    }
}
