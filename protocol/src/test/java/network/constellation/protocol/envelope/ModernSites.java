package network.constellation.protocol.envelope;

import java.time.Instant;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.RecipientKey;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.testing.TestingKeys;

/** Two sites that speak the modern suite, and a third that listens. */
final class ModernSites {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123Z");
    static final String NETWORK = "https://hub.example.org";

    final Wire wire = new Wire();
    final Site a;
    final Site b;
    final Site c;

    ModernSites() {
        TestingKeys keys = new TestingKeys(wire.engine);
        a = new Site("https://a.example.org", keys);
        b = new Site("https://b.example.org/learn", keys);
        c = new Site("https://c.example.org", keys);
    }

    final class Site {
        final SiteKeys keys;
        final ModernIdentity identity;
        final ModernEnvelope envelope = new ModernEnvelope(wire.engine, wire.reader);

        Site(String wwwroot, TestingKeys maker) {
            keys = maker.site(Wwwroot.of(wwwroot), NOW);
            identity = ModernIdentity.of(wire.engine, keys);
        }

        ModernPeer asPeer(String... networks) {
            return ModernPeer.of(keys.publicIdentity(wire.engine), Set.of(networks));
        }

        RecipientKey recipientKey() {
            return keys.recipient().publicKey();
        }

        X25519PrivateKey recipientSecret() {
            return keys.recipient().privateKey();
        }

        ModernEnvelope.SealedRequest asks(Site callee, byte[] payload) {
            return envelope.sealRequest(
                    payload, identity, callee.asPeer(NETWORK), callee.recipientKey(), NETWORK, NOW, 7);
        }

        OpenedRequest opens(byte[] body, Site caller) {
            return opens(body, caller.asPeer(NETWORK));
        }

        OpenedRequest opens(byte[] body, ModernPeer caller) {
            SealedEnvelope sealed = ((Shape.Sealed) wire.reader.read(body)).envelope();
            return envelope.openRequest(sealed, identity, caller, recipientSecret(), NOW);
        }

        byte[] answers(OpenedRequest request, byte[] payload) {
            return envelope.sealAnswer(request, payload, NOW, 9, News.NONE);
        }
    }
}
