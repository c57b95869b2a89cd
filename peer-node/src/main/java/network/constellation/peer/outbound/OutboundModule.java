package network.constellation.peer.outbound;

import com.google.inject.AbstractModule;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.health.SelfCall;

/** Calls to peers; for the tenant injector. {@link TransportModule} goes into the node's. */
public final class OutboundModule extends AbstractModule {
    @Override
    protected void configure() {
        AuditNames.bind(binder(), "peer.rekey-refused", "peer.keys-unusable");
        bind(Wire.class);
        bind(PeerClocks.class);
        bind(LinkProbe.class);
        bind(AddressRules.class);
        bind(LegacyExchange.class);
        bind(ModernExchange.class);
        bind(ModernKeysFetch.class);
        bind(StrangerClient.class);
        bind(Rekey.class);
        bind(KeyRefresh.class);
        bind(NextKeyCall.class);
        bind(PeerClient.class);
        bind(PeerFiles.class);
        bind(FormPost.class);
        bind(OwnCall.class);
        bind(SelfCall.class).to(OwnCall.class);
    }
}
