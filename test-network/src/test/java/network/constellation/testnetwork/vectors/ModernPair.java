package network.constellation.testnetwork.vectors;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.testing.TestingKeys;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.testnetwork.vectors.independent.PlainKeys;
import network.constellation.testnetwork.vectors.independent.PlainModern;

/** Two sites of the modern suite; either may speak by the product or by the second implementation. */
final class ModernPair {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123Z");
    static final String NETWORK = "https://hub.example.org";

    final Wire wire = new Wire();
    final Site a;
    final Site b;

    ModernPair() {
        TestingKeys keys = new TestingKeys(wire.engine);
        a = new Site(keys.site(Wwwroot.of("https://a.example.org"), NOW));
        b = new Site(keys.site(Wwwroot.of("https://b.example.org/learn"), NOW));
    }

    PlainModern.Facts facts(Site caller, Site callee) {
        return new PlainModern.Facts(
                NETWORK,
                caller.wwwroot(),
                callee.wwwroot(),
                caller.identity.fingerprint(),
                callee.identity.fingerprint(),
                callee.recipientPublic());
    }

    final class Site {
        final SiteKeys keys;
        final ModernIdentity identity;
        final ModernEnvelope envelope = new ModernEnvelope(wire.engine, wire.reader);

        private Site(SiteKeys keys) {
            this.keys = keys;
            this.identity = ModernIdentity.of(wire.engine, keys);
        }

        String wwwroot() {
            return keys.wwwroot().value();
        }

        ModernPeer asPeer() {
            return ModernPeer.of(keys.publicIdentity(wire.engine), Set.of(NETWORK));
        }

        byte[] recipientPublic() {
            return keys.recipient().publicKey().key().raw();
        }

        byte[] recipientPrivate() {
            return keys.x25519().raw();
        }

        PrivateKey signing() {
            return PlainKeys.ed25519(keys.ed25519().seed());
        }

        PublicKey verifying() {
            return PlainKeys.ed25519Public(keys.ed25519().publicKey().raw());
        }
    }
}
