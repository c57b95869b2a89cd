package network.constellation.hub.originals;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.hub.orders.AdminAnswer;
import network.constellation.hub.registry.Member;
import network.constellation.hub.subnets.LinkEnding;
import network.constellation.hub.subnets.LinkRoad;
import network.constellation.hub.subnets.LinkWish;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminCall;
import network.constellation.protocol.method.administration.AdminCaller;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.protocol.method.membership.Dismissal;
import network.constellation.protocol.method.membership.Dismissed;
import network.constellation.protocol.method.membership.HeldLink;

/**
 * Tells a site of the originals of another member by bind_peer, as its VMoodle master would, in the person of the hub's
 * {@code admin}, whom the originals look for (network-admin.md 2.7). What it holds cannot be asked on this road.
 */
final class OriginalsRoad implements LinkRoad {
    private static final String MASTERS_ADMIN = "admin";
    private static final Set<Integer> NO_SUCH_FUNCTION = Set.of(705, 706, 7012);

    private final LedSitesStore store;
    private final Tenant tenant;
    private final PeerClient client;
    private final Audit audit;

    @Inject
    OriginalsRoad(LedSitesStore store, Tenant tenant, PeerClient client, Audit audit) {
        this.store = store;
        this.tenant = tenant;
        this.client = client;
        this.audit = audit;
    }

    @Override
    public boolean leadsTo(Member at) {
        return store.find(at.wwwroot()).isPresent();
    }

    @Override
    public void introduce(Peer at, LinkWish wish) {
        LedSite site = store.find(at.wwwroot()).orElseThrow();
        send(at, site, wish.about(), AdminMethods.BIND_PEER, record(wish), strategy(site, wish));
    }

    /** The hub's own record is left there: the site would not hear a second word. */
    @Override
    public Dismissed dismiss(Peer at, LinkEnding ending) {
        if (ending.last() && ending.subnetwork() != Dismissal.NETWORK) {
            send(
                    at,
                    store.find(at.wwwroot()).orElseThrow(),
                    ending.about(),
                    AdminMethods.UNBIND_PEER,
                    Value.of(ending.about().value()));
        }
        return Dismissed.QUIETLY;
    }

    @Override
    public Optional<List<HeldLink>> held(Peer at) {
        return Optional.empty();
    }

    private void send(Peer at, LedSite site, Wwwroot about, AdminMethods.Function function, Value... arguments) {
        String self = tenant.wwwroot().value();
        AdminCall call = AdminCall.of(new AdminCaller(MASTERS_ADMIN, self, self), arguments);
        int present = Math.max(0, AdminMethods.ROOTS.indexOf(site.root()));
        String text;
        try {
            text = client.call(at, function.methods().get(present), call);
        } catch (Fault unknown) {
            if (!NO_SUCH_FUNCTION.contains(unknown.code())) {
                throw unknown;
            }
            int other = 1 - present;
            text = client.call(at, function.methods().get(other), call);
            store.root(site.wwwroot(), AdminMethods.ROOTS.get(other));
        }
        AdminAnswer answer = AdminAnswer.parse(text);
        AuditEvent event = answer.status() == AdminAnswer.SUCCESS
                ? AuditEvent.done("led-site.told", self)
                : AuditEvent.refused("led-site.told", self, String.join(" ", answer.errors()));
        audit.record(event.peer(at.wwwroot().value())
                .with("function", function.name())
                .with("about", about.value())
                .with("status", Integer.toString(answer.status())));
        if (answer.status() != AdminAnswer.SUCCESS) {
            throw new Fault(answer.status(), String.join(" ", answer.errors()), "led-site");
        }
    }

    /** A host record as the originals' table has it. */
    private static Value record(LinkWish wish) {
        SiteCertificate certificate = wish.identity().certificate();
        Map<String, Value> record = new LinkedHashMap<>();
        record.put("wwwroot", Value.of(wish.about().value()));
        record.put("ip_address", Value.of(""));
        record.put("name", Value.of(wish.name()));
        record.put("public_key", Value.of(certificate.pem()));
        record.put("public_key_expires", Value.of(certificate.notAfter().getEpochSecond()));
        record.put("deleted", Value.of(0));
        record.put("last_connect_time", Value.of(0));
        record.put("last_log_id", Value.of(0));
        record.put("force_theme", Value.of(0));
        record.put("theme", Value.of(""));
        record.put("applicationid", Value.of(wish.application().equals(Application.MAHARA.label()) ? 2 : 1));
        return new Value.Struct(record);
    }

    /** Only what the site has. */
    private static Value strategy(LedSite site, LinkWish wish) {
        Set<String> all = new TreeSet<>(wish.services().publish());
        all.addAll(wish.services().subscribe());
        all.retainAll(site.services());
        Map<String, Value> services = new LinkedHashMap<>();
        for (String service : all) {
            services.put(
                    service,
                    new Value.Struct(Map.of(
                            "publish", flag(wish.services().publish().contains(service)),
                            "subscribe", flag(wish.services().subscribe().contains(service)))));
        }
        return new Value.Struct(services);
    }

    private static Value flag(boolean on) {
        return Value.of(on ? 1 : 0);
    }
}
