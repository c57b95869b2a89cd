package network.constellation.hub.registry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.founding.Founding;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.subnets.NetworkTerms;
import network.constellation.protocol.directory.strategy.ServiceStrategy;

/**
 * Members that use no invitation, as their software knows none: this hub's administrator takes them in
 * (network-admin.md 2.2). Each step may be done again.
 */
@Singleton
public final class Adoptions {
    private final RegistryStore store;
    private final Registry registry;
    private final Founding founding;
    private final Peers peers;
    private final Services services;
    private final Offers offers;
    private final Newcomers newcomers;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Adoptions(
            RegistryStore store,
            Registry registry,
            Founding founding,
            Peers peers,
            Services services,
            Offers offers,
            Newcomers newcomers,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.founding = founding;
        this.peers = peers;
        this.services = services;
        this.offers = offers;
        this.newcomers = newcomers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a site of other software a peer, with the bindings of a master, and a member.
     *
     * @param identity its keys, for which somebody has vouched
     * @param how who or what: {@code administrator}, {@code tls}, {@code key-boot}
     * @param subnetwork which it joins at once
     */
    public void adopt(
            PublicIdentity identity,
            String name,
            Application application,
            Optional<Integer> subnetwork,
            String how,
            String actor) {
        String network = founding.required().id();
        Member member = new Member(
                identity.wwwroot(),
                name.isBlank() ? identity.wwwroot().host() : name,
                application.label(),
                Fingerprint.of(identity, network).hex(),
                identity.bundle(),
                Member.State.ADMITTED,
                clock.instant(),
                0,
                ServiceStrategy.SUBNETWORK);
        peers.admit(identity, NetworkTerms.forSite(member.wwwroot(), member.name(), application, network), how, actor);
        services.set(
                Optional.of(member.wwwroot()),
                Optional.of(Set.of("sso_idp")),
                Optional.of(Set.of("mnetadmin", "sso_sp")),
                actor);
        offers.forget(member.wwwroot(), actor);
        store.register(member);
        audit.record(AuditEvent.done("member.adopted", actor)
                .peer(member.wwwroot().value())
                .with("fingerprint", member.fingerprint())
                .with("how", how));
        newcomers.arrived(member.wwwroot(), subnetwork);
        registry.changed();
    }
}
