package network.constellation.testnetwork.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateMaker;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.envelope.Layers;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.xmlrpc.Dialect;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fault 7025 offers a new key: believed when the key before signed it, and not on the word of whoever answers. */
class OfferedKeyTest {
    private final CryptoEngine engine = CryptoEngine.detect();
    private final RsaPrivateKey known = engine.rsa().generate();
    private final RsaPrivateKey offered = engine.rsa().generate();

    @Test
    @Tag("NA-23")
    void a7025ChangesTheStoredKeyOnlyWhenTheKeyBeforeSignedIt(@TempDir Path folder) throws IOException {
        AtomicReference<RsaPrivateKey> signer = new AtomicReference<>(offered);
        HttpServer old = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        Wwwroot moodle =
                Wwwroot.of("http://moodle.localhost:" + old.getAddress().getPort());
        try (TestNetwork network = TestNetwork.withoutHub(folder)) {
            TestSite site = network.site("site");
            old.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                byte[] answer = fault7025(site, moodle, signer.get());
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            old.start();
            Peers peers = site.get(Peers.class);
            PeerTerms terms = new PeerTerms("Moodle", Application.MOODLE, SuiteChoice.LEGACY, List.of(), true);
            peers.admit(identity(moodle, site, known), terms, "administrator", TestNetwork.ACTOR);

            assertThatThrownBy(() -> call(site, moodle)).isInstanceOf(UnreachableException.class);
            assertThat(stored(peers, moodle))
                    .isEqualTo(certificate(moodle, site, known).publicKey());

            // The same offer, signed by the key that is known: taken up, and only its endless repetition is refused.
            signer.set(known);
            assertThatThrownBy(() -> call(site, moodle)).isInstanceOf(UnreachableException.class);
            assertThat(stored(peers, moodle))
                    .isEqualTo(certificate(moodle, site, offered).publicKey());
            assertThat(peers.formerKeys(moodle)).hasSize(1);
        } finally {
            old.stop(0);
        }
    }

    private static Object stored(Peers peers, Wwwroot moodle) {
        return peers.require(moodle).identity().certificate().publicKey();
    }

    private static void call(TestSite site, Wwwroot moodle) {
        Peer peer = site.get(Peers.class).require(moodle);
        site.get(PeerClient.class).call(peer, SystemMethods.LIST_SERVICES, Nothing.NOTHING);
    }

    private byte[] fault7025(TestSite site, Wwwroot moodle, RsaPrivateKey signer) {
        byte[] fault = site.node()
                .get(XmlRpcCodec.class)
                .writeResponse(
                        new MethodResponse.Failure(
                                7025, certificate(moodle, site, offered).pem()),
                        Dialect.PLAIN);
        return site.node()
                .get(LegacyEnvelope.class)
                .wrap(
                        fault,
                        Layers.BOTH,
                        moodle,
                        site.clock().instant(),
                        signer,
                        LegacyEnvelope.MOODLE_KEY_PAGE,
                        site.get(SiteIdentity.class).current().certificate().publicKey());
    }

    private PublicIdentity identity(Wwwroot moodle, TestSite site, RsaPrivateKey key) {
        try {
            return PublicIdentity.ofCertificate(moodle, certificate(moodle, site, key));
        } catch (CertificateRefusedException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private SiteCertificate certificate(Wwwroot moodle, TestSite site, RsaPrivateKey key) {
        return new CertificateMaker(engine)
                .selfSigned(
                        moodle,
                        CertificateSubject.named("Moodle", moodle),
                        key,
                        site.clock().instant(),
                        Duration.ofDays(28),
                        Optional.empty());
    }
}
