package network.constellation.peer.originals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.commands.CommandRefused;
import network.constellation.peer.commands.Reply;
import network.constellation.peer.outbound.DeclaredServices;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.HostBindings;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.call.Value;

/**
 * Hosts that this site's authority introduces by the originals' road. Everything is looked at before anything is written;
 * what is written is one transaction. The authority's word never replaces keys that this site's administrator approved.
 */
@Singleton
final class Hosts {
    private final Wwwroot self;
    private final Peers peers;
    private final Services services;
    private final HostBindings bindings;
    private final OriginalsStore store;
    private final DeclaredServices declared;
    private final StrangerClient strangers;
    private final Clock clock;

    @Inject
    Hosts(
            Wwwroot self,
            Peers peers,
            Services services,
            HostBindings bindings,
            OriginalsStore store,
            DeclaredServices declared,
            StrangerClient strangers,
            Clock clock) {
        this.self = self;
        this.peers = peers;
        this.services = services;
        this.bindings = bindings;
        this.store = store;
        this.declared = declared;
        this.strangers = strangers;
        this.clock = clock;
    }

    /** What is known here of this address, for the record of an order. */
    JsonNode state(String wwwroot) {
        ObjectNode json = Reply.NODES.objectNode();
        json.put("state", peers.find(wwwroot).map(peer -> peer.state().label()).orElse("unknown"));
        names(json.putArray("publish"), wwwroot, ServiceGrant::publish);
        names(json.putArray("subscribe"), wwwroot, ServiceGrant::subscribe);
        return json;
    }

    private void names(ArrayNode list, String wwwroot, Predicate<ServiceGrant> wanted) {
        services.table().rows(wwwroot).stream().filter(wanted).forEach(grant -> list.add(grant.service()));
    }

    /** @throws CommandRefused 520, and nothing was changed */
    void bind(Value newPeer, Optional<Value> strategy) {
        HostRecord record = HostRecord.read(newPeer, self, clock.instant());
        Peer master = peers.hub().orElseThrow(() -> HostRecord.refused("no-authority", "This site has no authority."));
        boolean ofMaster = record.wwwroot().equals(master.wwwroot());
        Optional<List<ServiceGrant>> rows = Strategy.read(strategy, declared.services(), ofMaster);
        Optional<Peer> known = peers.find(record.wwwroot());
        boolean sameKeys = known.filter(peer -> peer.identity().certificate().equals(record.certificate()))
                .isPresent();
        boolean live = known.filter(Hosts::isLive).isPresent();
        Optional<BoundHost> bound = store.bound(record.wwwroot());
        if (live && !sameKeys && bound.filter(host -> !host.byHand()).isEmpty()) {
            throw HostRecord.refused(
                    "keys-approved-by-hand",
                    "This site knows " + record.wwwroot() + " by other keys, for which its administrator vouched.");
        }
        if (ofMaster) {
            rows.ifPresent(grants -> services.replace(
                    master.wwwroot().value(), grants, master.wwwroot().value()));
            return;
        }
        PublicIdentity identity = sameKeys ? known.orElseThrow().identity() : identity(record);
        introduce(record, identity, live ? known : Optional.empty(), bound, rows, master.wwwroot());
    }

    private void introduce(
            HostRecord record,
            PublicIdentity identity,
            Optional<Peer> live,
            Optional<BoundHost> bound,
            Optional<List<ServiceGrant>> rows,
            Wwwroot master) {
        Wwwroot wwwroot = record.wwwroot();
        Optional<List<ServiceGrant>> before = live.filter(peer -> bound.isEmpty())
                .map(peer -> services.table().rows(wwwroot.value()));
        PeerTerms terms = live.map(Peer::terms)
                .orElseGet(() ->
                        PeerTerms.of(record.name().isEmpty() ? wwwroot.host() : record.name(), record.application()));
        try {
            bindings.atOnce(() -> {
                peers.introduce(identity, terms, master.value());
                rows.ifPresent(grants -> services.replace(wwwroot.value(), grants, master.value()));
                store.bind(new BoundHost(wwwroot, master, clock.instant(), before));
                return wwwroot;
            });
        } catch (PeersException unfit) {
            throw HostRecord.refused("malformed-key", String.valueOf(unfit.getMessage()));
        }
    }

    /**
     * A certificate may announce modern keys, which the originals' record has no room for. The site itself shows them;
     * that they are those announced, and the certificate the one vouched for, needs no trust in the way.
     */
    private PublicIdentity identity(HostRecord record) {
        Wwwroot wwwroot = record.wwwroot();
        try {
            PublicIdentity told = PublicIdentity.ofCertificate(wwwroot, record.certificate());
            if (!told.offerIsMissing()) {
                return told;
            }
            PublicIdentity shown = strangers.keyswap(wwwroot, PeerTerms.of(wwwroot.host(), record.application()));
            if (!shown.certificate().equals(record.certificate())) {
                throw HostRecord.refused("other-keys", wwwroot + " shows other keys than those in its record.");
            }
            return shown;
        } catch (UnreachableException silent) {
            throw HostRecord.refused(
                    "keys-incomplete",
                    "The key of " + wwwroot + " announces modern keys, and the site does not show them: "
                            + silent.why());
        } catch (CertificateRefusedException unfit) {
            throw HostRecord.refused("malformed-key", unfit.sentence());
        }
    }

    /** Success also when there is no such host. @throws CommandRefused 520 for the authority, and for peers by hand */
    void unbind(String text) {
        Optional<Peer> known = peers.find(text).filter(Hosts::isLive);
        Wwwroot master = peers.hub().map(Peer::wwwroot).orElse(self);
        if (known.isEmpty()) {
            return;
        }
        Wwwroot wwwroot = known.get().wwwroot();
        if (wwwroot.equals(master)) {
            throw HostRecord.refused(
                    "authority", "The authority of this site is not unbound; this site's administrator ends that.");
        }
        BoundHost bound = store.bound(wwwroot)
                .orElseThrow(() -> HostRecord.refused(
                        "approved-by-hand",
                        "The administrator of this site approved " + wwwroot + ", and no binding made it a peer."));
        bindings.atOnce(() -> {
            services.replace(wwwroot.value(), bound.before().orElse(List.of()), master.value());
            // One that the administrator suspended stays so, or unbinding and binding would lift the suspension.
            if (!bound.byHand() && known.get().state() != PeerState.SUSPENDED) {
                peers.remove(wwwroot, master.value());
            }
            store.unbind(wwwroot);
            return wwwroot;
        });
    }

    private static boolean isLive(Peer peer) {
        return peer.isApproved() || peer.state() == PeerState.SUSPENDED;
    }
}
