package network.constellation.peer.dispatch;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.door.RpcEndpoint;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.outbound.DeclaredServices;
import network.constellation.protocol.freshness.ReplayStore;
import network.constellation.protocol.method.NetworkMethod;

/** The runner of inbound calls; for the tenant injector. {@link WireModule} goes into the node's. */
public final class DispatchModule extends AbstractModule {
    @Override
    protected void configure() {
        AuditNames.bind(binder(), CallRecords.REFUSED, CallRecords.EXECUTED, "keyswap.refused", "replay.share-full");
        Multibinder.newSetBinder(binder(), MethodBinding.class);
        StrangerBinding.bindNone(binder());
        bind(MethodTable.class);
        bind(Gate.class);
        bind(Senders.class);
        bind(Signers.class);
        bind(LegacyDoor.class);
        bind(ModernDoor.class);
        bind(StrangerDoor.class);
        bind(CallRecords.class);
        bind(TenantReplay.class);
        bind(Dispatcher.class);
        bind(RpcEndpoint.class).to(Dispatcher.class);
        PeriodicTask.bindTenant(binder(), TenantReplay.class);
    }

    @Provides
    @Singleton
    PrivateKeyBudget budget(Clock clock) {
        return new PrivateKeyBudget(clock);
    }

    @Provides
    @Singleton
    StrangerBudget strangers(Clock clock) {
        return new StrangerBudget(clock);
    }

    @Provides
    @Singleton
    ReplayStore replay(TenantReplay replay) {
        return replay.store();
    }

    @Provides
    @Singleton
    DeclaredServices declared(com.google.inject.Provider<MethodTable> methods) {
        return new DeclaredServices() {
            @Override
            public Optional<NetworkMethod<?, ?>> find(String method) {
                return methods.get().find(method).map(MethodBinding::method);
            }

            @Override
            public Set<String> services() {
                Set<String> services = new TreeSet<>();
                methods.get().all().forEach(method -> services.addAll(method.services()));
                return services;
            }
        };
    }
}
