package network.constellation.testnetwork.originals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateMaker;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.envelope.Answer;
import network.constellation.protocol.envelope.AnswerOpener;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.Layers;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.DecodedCall;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;

/**
 * A double of a Moodle site with the VMoodle plug-in, written from network-admin.md 2 and 3.2: it knows the legacy suite
 * only, answers in the originals' shapes and with their defects, as a master it calls, as a node it is led.
 */
final class VMoodleSite implements AutoCloseable {
    private final CryptoEngine engine;
    private final XmlReader xml = new XmlReader(Limits.standard());
    private final EnvelopeReader reader = new EnvelopeReader(xml);
    private final XmlRpcCodec codec = new XmlRpcCodec(xml);
    private final LegacyEnvelope envelopes;
    private final HttpServer server;
    private final HttpClient client = new HttpClient();
    private final Wwwroot wwwroot;
    private volatile RsaPrivateKey key;
    private volatile SiteCertificate certificate;

    /** What it knows of other sites, and who ordered what. */
    final VMoodleHosts known;

    /** The setting {@code bootstrap_init}: who may boot its keys, once. */
    volatile Optional<String> bootstrapInit = Optional.empty();

    volatile int boots;
    volatile boolean down;

    /** @param root {@code local/vmoodle/} or {@code blocks/vmoodle/}; the other one's methods it does not know */
    VMoodleSite(String name, String root, CryptoEngine engine, RsaPrivateKey key) {
        this.known = new VMoodleHosts(root);
        this.engine = engine;
        this.envelopes = new LegacyEnvelope(engine, reader);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        this.wwwroot = Wwwroot.of(
                "http://" + name + ".localhost:" + server.getAddress().getPort());
        this.key = key;
        this.certificate = certificateOf(wwwroot, key);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/mnet/xmlrpc/server.php", this::rpc);
        server.createContext("/" + root + "keyboot.php", this::keyboot);
        server.start();
        try {
            client.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    Wwwroot wwwroot() {
        return wwwroot;
    }

    SiteCertificate certificate() {
        return certificate;
    }

    SiteCertificate certificateOf(Wwwroot named, RsaPrivateKey of) {
        return certificateOf(named, of, Instant.now().minusSeconds(60), Duration.ofDays(28));
    }

    SiteCertificate certificateOf(Wwwroot named, RsaPrivateKey of, Instant from, Duration life) {
        return new CertificateMaker(engine)
                .selfSigned(named, CertificateSubject.named("Original", named), of, from, life, Optional.empty());
    }

    /** Shows another certificate from now on, whatever it names. */
    void show(SiteCertificate other) {
        certificate = other;
    }

    /** A host whose administrator ran the installer: the master's key is there, and may boot once. */
    void prepareFor(Wwwroot master) {
        SiteCertificate keys = keyOf(master);
        known.hosts.put(
                master.value(),
                new HashMap<>(Map.of("wwwroot", master.value(), "public_key", keys.pem(), "deleted", "0")));
        known.bindings.put(master.value(), new HashMap<>(Map.of("mnetadmin", "p", "sso_sp", "p", "sso_idp", "s")));
        bootstrapInit = Optional.of(master.value());
    }

    /** The certificate that another site shows on its door. */
    SiteCertificate keyOf(Wwwroot other) {
        byte[] call = codec.writeCall(new MethodCall(
                "system/keyswap", List.of(Value.of(wwwroot.value()), Value.of(certificate.pem()), Value.of("moodle"))));
        MethodResponse answer = codec.readResponse(
                post(other.with("/mnet/xmlrpc/server.php"), "text/xml", call).body());
        return parsed(VMoodleHosts.text(((MethodResponse.Success) answer).value()));
    }

    /** Calls a method of another site, as the originals' client does. */
    MethodResponse call(Wwwroot to, SiteCertificate of, String method, Value... arguments) {
        return call(wwwroot, key, to, of, method, arguments);
    }

    /** The same in somebody's name by somebody's key. */
    MethodResponse call(
            Wwwroot from, RsaPrivateKey by, Wwwroot to, SiteCertificate of, String method, Value... arguments) {
        byte[] body = envelopes.wrap(
                codec.writeCall(new MethodCall(method, List.of(arguments))),
                Layers.BOTH,
                from,
                Instant.now(),
                by,
                LegacyEnvelope.MOODLE_KEY_PAGE,
                of.publicKey());
        Instant sent = Instant.now();
        byte[] answer =
                post(to.with("/mnet/xmlrpc/server.php"), "text/xml", body).body();
        Answer opened = new AnswerOpener(reader, envelopes, codec)
                .open(
                        answer,
                        new AnswerOpener.Expected(
                                Layers.BOTH, to, of, List.of(by), sent, Instant.now(), Duration.ofHours(1)));
        return ((Answer.Document) opened).response();
    }

    /** What came back. */
    record Reply(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Reply post(String url, String type, byte[] body) {
        return send(request(url).method("POST").body(new BytesRequestContent(type, body)));
    }

    Reply get(String url) {
        return send(request(url));
    }

    /** Names below localhost are loopback, whatever the resolver of the machine says. */
    private Request request(String url) {
        URI named = URI.create(url);
        return client.newRequest(URI.create("http://127.0.0.1:" + named.getPort() + named.getRawPath()))
                .headers(headers -> headers.put("Host", named.getRawAuthority()))
                .timeout(30, TimeUnit.SECONDS);
    }

    private static Reply send(Request request) {
        try {
            ContentResponse response = request.send();
            return new Reply(response.getStatus(), response.getContent());
        } catch (InterruptedException | TimeoutException | ExecutionException failed) {
            throw new IllegalStateException("The door did not answer.", failed);
        }
    }

    private void rpc(HttpExchange http) throws IOException {
        if (down) {
            answer(http, 503, new byte[0]);
            return;
        }
        byte[] body = http.getRequestBody().readAllBytes();
        Shape shape = reader.read(body);
        if (shape instanceof Shape.Plain plain) {
            DecodedCall call = codec.readCall(plain.document());
            answer(
                    http,
                    200,
                    codec.writeResponse(
                            call.call().method().equals("system/keyswap")
                                    ? new MethodResponse.Success(Value.of(certificate.pem()))
                                    : new MethodResponse.Failure(7021, "Not permitted."),
                            call.dialect()));
            return;
        }
        LegacyEnvelope.Opened opened = envelopes.open(((Shape.Sealed) shape).envelope(), List.of(key), () -> {});
        var part = ((Shape.Signed) opened.inside()).part();
        Map<String, String> caller = known.hosts.getOrDefault(part.wwwroot(), Map.of());
        SiteCertificate callers = parsed(caller.get("public_key"));
        envelopes.verify(part, callers.publicKey(), part.wwwroot());
        DecodedCall call = codec.readCall(part.payload());
        byte[] document = codec.writeResponse(known.perform(part.wwwroot(), call.call()), call.dialect());
        answer(
                http,
                200,
                envelopes.wrap(
                        document,
                        Layers.BOTH,
                        wwwroot,
                        Instant.now(),
                        key,
                        LegacyEnvelope.MOODLE_KEY_PAGE,
                        callers.publicKey()));
    }

    /** The originals' key boot: the public key is all that it asks for. */
    private void keyboot(HttpExchange http) throws IOException {
        String form = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String pk = "";
        for (String field : form.split("&")) {
            if (field.startsWith("pk=")) {
                pk = URLDecoder.decode(field.substring(3), StandardCharsets.UTF_8);
            }
        }
        String wanted = pk.replace("\r", "").strip();
        Optional<String> booting = known.hosts.values().stream()
                .filter(host -> host.getOrDefault("public_key", "").strip().equals(wanted))
                .map(host -> host.get("wwwroot"))
                .findFirst();
        if (wanted.isEmpty() || booting.isEmpty() || !booting.equals(bootstrapInit)) {
            answer(http, 200, "ERROR : booting host differs".getBytes(StandardCharsets.UTF_8));
            return;
        }
        key = engine.rsa().generate();
        certificate = certificateOf(wwwroot, key);
        bootstrapInit = Optional.empty();
        boots++;
        answer(http, 200, "SUCCESS".getBytes(StandardCharsets.UTF_8));
    }

    private static SiteCertificate parsed(String pem) {
        try {
            return SiteCertificate.parse(pem);
        } catch (CertificateRefusedException none) {
            throw new IllegalStateException(none);
        }
    }

    private static void answer(HttpExchange http, int status, byte[] body) throws IOException {
        http.getResponseHeaders().add("Content-Type", "text/xml; charset=utf-8");
        http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = http.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        try {
            client.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
