package network.constellation.app.demo;

import static network.constellation.app.demo.Tour.require;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.SiteKeysMaker;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditVerdict;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.KeyRotation;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.KeyswapOffer;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** What the network does about old keys, copied messages and strangers. */
final class DefenceSteps {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DemoWorld world;
    private final Visitor visitor;

    DefenceSteps(DemoWorld world, Visitor visitor) {
        this.world = world;
        this.visitor = visitor;
    }

    /** B gets new keys while A and C go on calling it. */
    String rotation() {
        DemoSite b = world.site("b");
        SiteIdentity identity = b.get(SiteIdentity.class);
        int before = identity.current().generation();
        Jobs jobs = b.get(Jobs.class);
        UUID job = jobs.start(b.get(KeyRotation.class), KeyRotation.ordered("tour", "shown in the tour"));
        int calls = 0;
        while (!jobs.find(job).map(view -> view.state().isEnded()).orElse(true)) {
            calls += callFromBoth(b);
        }
        calls += callFromBoth(b);
        JobView ended = jobs.await(job, PATIENCE);
        require(ended.state() == JobView.State.DONE, "The rotation ended as " + ended.state());
        int after = identity.current().generation();
        require(after > before, "The generation is still " + before);
        return "generation " + before + " to " + after + " at " + b.name() + ", " + calls
                + " calls meanwhile, 0 failed";
    }

    private int callFromBoth(DemoSite callee) {
        for (String key : List.of("a", "c")) {
            DemoSite caller = world.site(key);
            Peer peer = caller.get(Peers.class).require(callee.wwwroot());
            caller.get(PeerClient.class).call(peer, SystemMethods.LIST_SERVICES, Nothing.NOTHING);
        }
        return 2;
    }

    /** Whoever copied a message on the way has nothing of it. */
    String replay() throws Exception {
        DemoSite a = world.site("a");
        DemoSite c = world.site("c");
        XmlRpcCodec codec = a.get(XmlRpcCodec.class);
        Peer peer = a.get(Peers.class).require(c.wwwroot());
        ModernPeer to = peer.modern();
        Optional<ModernKeys> keys = peer.identity().modern();
        if (to == null || keys.isEmpty()) {
            throw new IllegalStateException(c.name() + " has no modern keys");
        }
        ModernEnvelope envelopes = a.get(ModernEnvelope.class);
        ModernEnvelope.SealedRequest request = envelopes.sealRequest(
                codec.writeCall(new MethodCall(SystemMethods.LIST_SERVICES.name(), List.of())),
                a.get(SiteIdentity.class).modern(),
                to,
                keys.get().recipientKey(),
                peer.terms().network(),
                a.get(Clock.class).instant(),
                0);
        byte[] first = visitor.post(peer.rpcUrl(), request.body());
        MethodResponse answered =
                codec.readResponse(envelopes.openAnswer(first, request.ticket()).payload());
        require(answered instanceof MethodResponse.Success, "The first delivery was not answered: " + answered);
        byte[] second = visitor.post(peer.rpcUrl(), request.body());
        MethodResponse refusal = codec.readResponse(
                envelopes.openAnswer(second, request.ticket()).payload());
        if (refusal instanceof MethodResponse.Failure failure) {
            return "first delivery answered, the same bytes again: fault " + failure.code();
        }
        throw new IllegalStateException("The second delivery was answered too");
    }

    /** Anybody may show us keys; nobody is served for that. */
    String stranger() throws Exception {
        DemoSite a = world.site("a");
        CryptoEngine engine = a.get(CryptoEngine.class);
        Wwwroot name = Wwwroot.of("https://stranger.example.net");
        PublicIdentity keys = new SiteKeysMaker(engine)
                .make(
                        name,
                        CertificateSubject.named("Stranger", name),
                        1,
                        a.get(Clock.class).instant(),
                        Duration.ofDays(28))
                .publicIdentity(engine);
        KeyswapOffer offer = new KeyswapOffer(
                name.value(),
                keys.certificate().pem(),
                Optional.of("moodle"),
                keys.modern().map(ModernKeys::pem));
        XmlRpcCodec codec = a.get(XmlRpcCodec.class);
        byte[] document = codec.writeCall(new MethodCall(
                SystemMethods.KEYSWAP.name(), SystemMethods.KEYSWAP.arguments().encode(offer)));
        MethodResponse answer = codec.readResponse(visitor.post(a.wwwroot().with("/mnet/xmlrpc/server.php"), document));
        require(answer instanceof MethodResponse.Success, "The key swap was not answered");
        require(a.get(Peers.class).find(name).isEmpty(), "The stranger became a peer");
        boolean waits = a.get(Offers.class).list().stream()
                .anyMatch(one -> one.wwwroot().equals(name));
        require(waits, "The offer was not noted");
        return "answered with our key; waits for an administrator, is served nothing";
    }

    String audit() {
        long lines = 0;
        for (DemoSite site : world.all()) {
            AuditVerdict verdict = site.get(Audit.class).verify();
            require(verdict.intact(), site.name() + ": " + verdict.sentence());
            lines += verdict.lines();
        }
        return lines + " lines in " + world.all().size() + " chains, none missing or changed";
    }
}
