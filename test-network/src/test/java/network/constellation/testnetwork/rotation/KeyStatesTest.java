package network.constellation.testnetwork.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.identity.SiteKeysMaker;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.outbound.ConnectPolicy;
import network.constellation.peer.outbound.HttpTransport;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.rotation.KeyNotebook;
import network.constellation.peer.rotation.NetworkKeys;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.method.rotation.RevokedKey;
import network.constellation.protocol.method.rotation.RotationMethods;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of key states: what a message that one key signed, or that is sealed for one key, comes to, and by which word
 * the audit knows it (reliability-anchors.md 6.2, promise 15). Over real nodes; the messages are made by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("P-15")
class KeyStatesTest {
    private static final String OK = "ok";

    private final CryptoEngine engine = CryptoEngine.detect();
    private TestNetwork network;
    private TestSite a;
    private TestSite b;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        a = network.site("a");
        b = network.site("b");
        List.of(a, b).forEach(site -> network.inviteAndJoin(site, 1));
        network.awaitMesh(2);
    }

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    void aMessageIsWorthWhatTheKeyIsWorthThatSignedIt() throws Exception {
        Instant now = a.clock().instant();
        SiteIdentity own = a.get(SiteIdentity.class);
        SiteKeys first = own.current();
        assertThat(signedBy(first)).as("in use").isEqualTo(OK);

        own.prepare();
        SiteKeys next = own.ring().next().orElseThrow();
        assertThat(signedBy(next)).as("prepared, not announced").isEqualTo("710 unknown-generation");
        assertThat(b.get(NetworkKeys.class).announce(own.announced().orElseThrow()))
                .isTrue();
        assertThat(signedBy(next)).as("announced").isEqualTo(OK);
        assertThat(Led.generation(b, a)).as("a rehearsal changes nothing").isEqualTo(1);
        assertThat(signedBy(made(9, now, Duration.ofDays(3))))
                .as("never heard of")
                .isEqualTo("710 unknown-generation");

        own.change(ring -> ring.activate(a.clock().instant()));
        Led.call(a, b.wwwroot());
        assertThat(Led.generation(b, a)).isEqualTo(2);
        assertThat(signedBy(next)).as("in use now").isEqualTo(OK);
        assertThat(signedBy(first)).as("the one before").isEqualTo("710 retired-key");

        Peer known = b.peer(a).orElseThrow();
        assertThat(stored(made(20, now.minus(Duration.ofDays(3)), Duration.ofDays(1))))
                .as("ended")
                .isEqualTo("710 expired-key");
        assertThat(stored(made(21, now.plus(Duration.ofDays(3)), Duration.ofDays(9))))
                .as("of days to come")
                .isEqualTo("710 key-not-yet-valid");
        b.get(Peers.class).replaceKeys(a.wwwroot(), known.identity(), "test", TestNetwork.ACTOR);

        String fingerprint = b.peer(a).orElseThrow().fingerprint();
        b.get(NetworkKeys.class).revoke(new RevokedKey(a.wwwroot().value(), fingerprint, "test"));
        assertThat(signedBy(next)).as("stolen").isEqualTo("710 revoked-key");
        assertThat(b.get(KeyNotebook.class).isRevoked(fingerprint)).isTrue();
    }

    @Test
    void aMessageIsOpenedByKeysInUseAnnouncedOrInTheirOverlapOnly() throws Exception {
        SiteIdentity hub = network.hub().get(SiteIdentity.class);
        PublicIdentity first = hub.published();
        assertThat(sealedFor(first)).as("in use").isEqualTo(OK);
        hub.prepare();
        PublicIdentity second = hub.announced().orElseThrow();
        assertThat(sealedFor(second)).as("prepared").isEqualTo(OK);
        hub.change(ring -> ring.activate(network.hub().clock().instant()));
        assertThat(sealedFor(first)).as("in its overlap").isEqualTo(OK);
        hub.change(ring -> ring.retire(network.hub().clock().instant()));
        assertThat(sealedFor(first)).as("after the overlap").isEqualTo("7031 unknown-generation");
        hub.prepare();
        hub.change(ring -> ring.revoke(
                ring.current().generation(), "test", network.hub().clock().instant()));
        assertThat(sealedFor(second)).as("stolen").isEqualTo("7031 unknown-generation");
    }

    /** The other site has these keys as those of the first. */
    private String stored(SiteKeys keys) throws Exception {
        b.get(Peers.class).replaceKeys(a.wwwroot(), keys.publicIdentity(engine), "test", TestNetwork.ACTOR);
        return signedBy(keys);
    }

    private SiteKeys made(int generation, Instant from, Duration lifetime) {
        return new SiteKeysMaker(engine)
                .make(a.wwwroot(), CertificateSubject.named("Site A", a.wwwroot()), generation, from, lifetime);
    }

    private String signedBy(SiteKeys keys) throws Exception {
        return sent(keys, b, b.get(SiteIdentity.class).published());
    }

    /** From a member, to the hub. */
    private String sealedFor(PublicIdentity recipient) throws Exception {
        SiteIdentity sender = b.get(SiteIdentity.class);
        return sent(sender.current(), network.hub(), recipient);
    }

    private String sent(SiteKeys signer, TestSite to, PublicIdentity recipient) throws Exception {
        ModernEnvelope envelopes = to.node().get(ModernEnvelope.class);
        XmlRpcCodec codec = to.node().get(XmlRpcCodec.class);
        String networkId = a.get(Peers.class).hub().orElseThrow().terms().network();
        long mark = to.audited(line -> true).get(0).sequence();
        ModernEnvelope.SealedRequest request = envelopes.sealRequest(
                codec.writeCall(new MethodCall(RotationMethods.PING.name(), List.of())),
                ModernIdentity.of(engine, signer),
                ModernPeer.of(recipient, Set.of(networkId)),
                recipient.modern().orElseThrow().recipientKey(),
                networkId,
                to.clock().instant(),
                0);
        byte[] answer = a.node()
                .get(HttpTransport.class)
                .post(
                        URI.create(to.wwwroot().with(Application.CONSTELLATION.rpcPath())),
                        new ConnectPolicy(AddressRange.parseAll(List.of("127.0.0.0/8")), true),
                        Map.of("Content-Type", "text/xml"),
                        request.body(),
                        1 << 20,
                        TestNetwork.PATIENCE)
                .body();
        try {
            envelopes.openAnswer(answer, request.ticket());
            return OK;
        } catch (EnvelopeException refused) {
            MethodResponse.Failure fault = (MethodResponse.Failure) codec.readResponse(answer);
            return fault.code() + " " + reason(to, mark);
        }
    }

    private static String reason(TestSite at, long mark) {
        List<AuditLine> refused =
                at.audited(line -> line.sequence() > mark && line.event().name().equals("call.refused"));
        assertThat(refused).hasSize(1);
        return refused.get(0).event().details().get("reason");
    }
}
