package network.constellation.protocol.independent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.protocol.independent.IndependentModern.Chances;
import network.constellation.protocol.independent.IndependentModern.Ends;
import network.constellation.protocol.independent.IndependentModern.Window;
import network.constellation.protocol.wire.PrivateBundle;

/**
 * Makes our own vectors anew into the folder given as argument: keys by the product, envelopes by the independent
 * implementation. The result is kept under version control; nothing runs this in the build.
 */
public final class VectorMaker {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.250Z");
    private static final String NO_NETWORK = "";
    private static final byte[] CALL = ("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<methodCall>\n"
                    + "<methodName>system/listServices</methodName>\n<params>\n</params>\n</methodCall>")
            .getBytes(UTF_8);
    private static final byte[] ANSWER = ("<?xml version=\"1.0\"?>\n<methodResponse>\n<params>\n<param>\n"
                    + "<value><string>zażółć gęślą jaźń</string></value>\n</param>\n</params>\n</methodResponse>")
            .getBytes(UTF_8);

    private final CryptoEngine engine = CryptoEngine.pureJava();
    private final SiteKeys caller;
    private final SiteKeys callee;
    private final SiteKeys stranger;
    private final Path folder;

    private VectorMaker(Path folder) {
        TestingKeys keys = new TestingKeys(engine);
        this.caller = keys.site(Wwwroot.of("https://caller.example.org"), NOW);
        this.callee = keys.site(Wwwroot.of("https://callee.example.org/learn"), NOW);
        this.stranger = keys.site(Wwwroot.of("https://stranger.example.org"), NOW);
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        VectorMaker maker = new VectorMaker(Path.of(arguments[0]));
        maker.makeKeys();
        maker.makeModern();
        maker.makeLegacy();
    }

    private void makeKeys() throws IOException {
        write("caller.private.pem", PrivateBundle.write(engine, caller));
        write("callee.private.pem", PrivateBundle.write(engine, callee));
        write("caller.bundle.pem", caller.publicIdentity(engine).bundle());
        write("callee.bundle.pem", callee.publicIdentity(engine).bundle());
        write("request.payload", CALL);
        write("answer.payload", ANSWER);
    }

    private void makeModern() throws IOException, GeneralSecurityException {
        Ends ends = ends(NO_NETWORK, callee);
        byte[] ephemeral = engine.randomBytes(32);
        Window window = IndependentModern.open(ends, ephemeral);
        Chances asking = chances(7);
        Chances answering = chances(9);
        byte[] none = new byte[0];
        byte[] seed = caller.ed25519().seed();
        byte[] request = IndependentModern.seal(window, CALL, none, seed, asking);
        byte[] answer = IndependentModern.seal(
                window, ANSWER, asking.messageId(), callee.ed25519().seed(), answering);
        write("modern/request.xml", request);
        write("modern/answer.xml", answer);
        write(
                "modern/neg-signed-by-stranger.xml",
                IndependentModern.seal(window, CALL, none, stranger.ed25519().seed(), chances(0)));
        write(
                "modern/neg-answer-to-another-request.xml",
                IndependentModern.seal(
                        window, ANSWER, chances(0).messageId(), callee.ed25519().seed(), chances(0)));
        write("modern/neg-altered-data.xml", altered(request));
        write(
                "modern/neg-recipient-key-of-another.xml",
                IndependentModern.seal(
                        IndependentModern.open(
                                new Ends(
                                        NO_NETWORK,
                                        ends.caller(),
                                        ends.callee(),
                                        ends.callerFingerprint(),
                                        ends.calleeFingerprint(),
                                        stranger.recipient().publicKey().key().raw()),
                                ephemeral),
                        CALL,
                        none,
                        seed,
                        chances(0)));
        write(
                "modern/neg-for-another-site.xml",
                IndependentModern.seal(
                        IndependentModern.open(ends(NO_NETWORK, stranger), ephemeral), CALL, none, seed, chances(0)));
        write(
                "modern/neg-network-changed.xml",
                new String(request, UTF_8)
                        .replace(
                                Text.b64(ends.facts()),
                                Text.b64(ends("other", callee).facts())));
        writeValues(window, ephemeral, asking, answering);
    }

    private void writeValues(Window window, byte[] ephemeral, Chances asking, Chances answering) throws IOException {
        Ends ends = window.ends();
        TreeMap<String, byte[]> values = new TreeMap<>();
        values.put("callee.recipientSecret", callee.x25519().raw());
        values.put("ephemeralSecret", ephemeral);
        values.put("facts", ends.facts());
        values.put("info", ends.info());
        values.put("enc", window.enc());
        values.put("contextHash", ends.contextHash(window.enc()));
        values.put("request.messageId", asking.messageId());
        values.put("request.salt", asking.salt());
        values.put("request.header", IndependentModern.header(window, new byte[0], asking));
        values.put("request.keyAndNonce", IndependentModern.messageKey(window, new byte[0], asking.salt()));
        values.put("answer.messageId", answering.messageId());
        values.put("answer.salt", answering.salt());
        values.put("answer.header", IndependentModern.header(window, asking.messageId(), answering));
        values.put("answer.keyAndNonce", IndependentModern.messageKey(window, asking.messageId(), answering.salt()));
        StringBuilder out = new StringBuilder("# Intermediate values of request.xml and answer.xml, hex.\n");
        values.forEach((name, value) -> out.append(name)
                .append(" = ")
                .append(HexFormat.of().formatHex(value))
                .append('\n'));
        write("modern/values.properties", out.toString());
    }

    private void makeLegacy() throws IOException, GeneralSecurityException {
        String sender = caller.wwwroot().value();
        byte[] signed = IndependentLegacy.sign(CALL, sender, NOW.getEpochSecond(), jdk(caller));
        write("legacy/request.xml", seal(signed, sender));
        write(
                "legacy/neg-signed-by-stranger.xml",
                seal(IndependentLegacy.sign(CALL, sender, NOW.getEpochSecond(), jdk(stranger)), sender));
        write(
                "legacy/neg-digest.xml",
                seal(
                        new String(signed, UTF_8)
                                .replaceFirst("<DigestValue>[0-9a-f]{4}", "<DigestValue>0000")
                                .getBytes(UTF_8),
                        sender));
        write("legacy/neg-outer-wwwroot.xml", seal(signed, stranger.wwwroot().value()));
        write("legacy/neg-not-signed.xml", seal(CALL, sender));
        write("legacy/neg-not-encrypted.xml", signed);
        write(
                "legacy/neg-key-of-another.xml",
                IndependentLegacy.seal(
                        signed, sender, stranger.certificate().publicKey().key(), engine.randomBytes(16)));
        write(
                "legacy/neg-session-key-too-long.xml",
                IndependentLegacy.seal(
                        signed, sender, callee.certificate().publicKey().key(), engine.randomBytes(17)));
    }

    private byte[] seal(byte[] content, String sender) throws GeneralSecurityException {
        return IndependentLegacy.seal(
                content, sender, callee.certificate().publicKey().key(), engine.randomBytes(16));
    }

    private Ends ends(String network, SiteKeys to) {
        return new Ends(
                network,
                caller.wwwroot().value(),
                to.wwwroot().value(),
                Fingerprint.of(caller.publicIdentity(engine)).bytes(),
                Fingerprint.of(to.publicIdentity(engine)).bytes(),
                to.recipient().publicKey().key().raw());
    }

    private Chances chances(long suspensionSequence) {
        return new Chances(engine.randomBytes(16), engine.randomBytes(32), NOW.toEpochMilli(), suspensionSequence);
    }

    private static byte[] altered(byte[] request) {
        byte[] data = Text.decoded(request, "CipherValue", 0);
        String before = Text.b64(data);
        data[data.length / 2] ^= 1;
        return new String(request, UTF_8).replace(before, Text.b64(data)).getBytes(UTF_8);
    }

    private static PrivateKey jdk(SiteKeys site) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA", "SunRsaSign")
                .generatePrivate(new PKCS8EncodedKeySpec(site.rsa().pkcs8()));
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
    }
}
