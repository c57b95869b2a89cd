package network.constellation.peer.system;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.dispatch.MethodTable;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.ServiceTable;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.keyswap.KeySwap;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.KeyswapOffer;
import network.constellation.protocol.method.system.MethodDescription;
import network.constellation.protocol.method.system.ServiceOffer;

/** Answers {@code system/...} with the shapes and permission rules of the originals (mnet-wire.md 8). */
@Singleton
final class SystemService {
    private static final String API_VERSION = "1";

    private final Provider<MethodTable> methods;
    private final Services services;
    private final SiteIdentity identity;
    private final KeySwap keySwap;

    @Inject
    SystemService(Provider<MethodTable> methods, Services services, SiteIdentity identity, KeySwap keySwap) {
        this.methods = methods;
        this.services = services;
        this.identity = identity;
        this.keySwap = keySwap;
    }

    /** Names published to the caller, sorted; of one service where one is named. */
    List<String> listMethods(CallContext context, Optional<String> service) {
        ServiceTable table = services.table();
        return methods.get().all().stream()
                .filter(method -> method.services().stream()
                        .filter(name -> service.isEmpty() || service.get().equals(name))
                        .anyMatch(name -> table.publishes(context.peer().wwwroot(), name)))
                .map(NetworkMethod::name)
                .toList();
    }

    /** Absent when the method is not published to the caller. */
    Optional<MethodDescription> methodSignature(CallContext context, String name) {
        return methods.get()
                .find(name)
                .map(MethodBinding::method)
                .filter(method -> isPublished(context.peer(), method))
                .map(MethodDescription::of);
    }

    /** Absent when there is no such method. */
    Optional<String> methodHelp(CallContext context, String name) {
        return methods.get()
                .find(name)
                .map(MethodBinding::method)
                .filter(method -> !method.services().isEmpty())
                .map(NetworkMethod::help);
    }

    /** Rows of the caller and of all hosts, not merged. */
    List<ServiceOffer> listServices(CallContext context, Nothing none) {
        return services.table().shownTo(context.peer().wwwroot()).stream()
                .map(grant -> new ServiceOffer(grant.service(), API_VERSION, grant.publish(), grant.subscribe()))
                .toList();
    }

    /** Inside an envelope the caller is known already: its offer changes nothing (the runner notes strangers' offers). */
    String keyswap(CallContext context, KeyswapOffer offer) {
        return keySwap.answer(identity.published(), offer);
    }

    private boolean isPublished(Peer caller, NetworkMethod<?, ?> method) {
        ServiceTable table = services.table();
        return method.services().stream().anyMatch(name -> table.publishes(caller.wwwroot(), name));
    }
}
