package network.constellation.peer.originals;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.commands.Grant;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.outbound.ModernKeysFetch;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.HostBindings;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.subnets.Membership;
import network.constellation.protocol.method.administration.AdminMethods;
import org.jspecify.annotations.Nullable;

/**
 * The master of a network of originals, as this site's authority: only this site's administrator makes it that, with the
 * operations that it may order, and ends it (network-admin.md 2.7).
 */
@Singleton
public final class Masters {
    public static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private static final int SECRET_BYTES = 20;

    private final Peers peers;
    private final Offers offers;
    private final Services services;
    private final HostBindings bindings;
    private final Grants grants;
    private final Membership membership;
    private final ModernKeysFetch keys;
    private final OriginalsStore store;
    private final CryptoEngine crypto;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Masters(
            Peers peers,
            Offers offers,
            Services services,
            HostBindings bindings,
            Grants grants,
            Membership membership,
            ModernKeysFetch keys,
            OriginalsStore store,
            CryptoEngine crypto,
            Audit audit,
            Clock clock) {
        this.peers = peers;
        this.offers = offers;
        this.services = services;
        this.bindings = bindings;
        this.grants = grants;
        this.membership = membership;
        this.keys = keys;
        this.store = store;
        this.crypto = crypto;
        this.audit = audit;
        this.clock = clock;
    }

    /** The master that leads this site; empty where a hub of our own kind does, or nobody. */
    public Optional<Peer> master() {
        return membership.network().isPresent() ? Optional.empty() : grants.hub();
    }

    /** What the master may order here. */
    public List<Grant> granted() {
        return master().map(peer -> grants.of(peer.wwwroot())).orElse(List.of());
    }

    /** Addresses of the hosts that a master introduced. */
    public List<Wwwroot> introduced() {
        return store.bound().stream().map(BoundHost::wwwroot).toList();
    }

    public Optional<BootWindow> window() {
        return store.window();
    }

    /**
     * Makes a site the authority of this one: its keys are compared with the fingerprint first, unless it is an approved
     * peer already.
     *
     * @param fingerprint as the master's administrator read it
     * @param more what it may order beside introducing hosts
     * @param until when all of it ends by itself
     * @throws IllegalArgumentException when this site has another authority, or the keys are not those
     * @throws network.constellation.peer.outbound.UnreachableException when the master shows no keys
     */
    public Peer accept(
            Wwwroot wwwroot, Optional<String> fingerprint, Set<Operation> more, @Nullable Instant until, String actor) {
        membership.network().ifPresent(network -> {
            throw new IllegalArgumentException("This site belongs to the network of " + network.hub()
                    + "; a site has one authority. Leave that network first.");
        });
        grants.hub().filter(hub -> !hub.wwwroot().equals(wwwroot)).ifPresent(hub -> {
            throw new IllegalArgumentException(
                    hub.wwwroot() + " is the authority of this site; withdraw it first (`peer master withdraw`).");
        });
        Peer master = peers.find(wwwroot).filter(Peer::isApproved).orElse(null);
        if (master == null) {
            master = compared(wwwroot, fingerprint, actor);
        } else if (fingerprint.isPresent()) {
            requireSame(master.identity(), fingerprint.get());
        }
        peers.setHub(wwwroot, actor);
        Set<Operation> operations = EnumSet.of(Operation.BIND_PEER);
        operations.addAll(more);
        grants.grant(wwwroot, operations, "", until, actor);
        Set<String> published = new TreeSet<>(Set.of(AdminMethods.MNETADMIN, "sso_sp"));
        if (more.contains(Operation.CONFIG_GET)) {
            published.add(AdminMethods.DATAEXCHANGE);
        }
        services.set(Optional.of(wwwroot), Optional.of(published), Optional.of(Set.of("sso_idp")), actor);
        audit.record(AuditEvent.done("master.accepted", actor).peer(wwwroot.value()));
        return peers.require(wwwroot);
    }

    private Peer compared(Wwwroot wwwroot, Optional<String> fingerprint, String actor) {
        PeerTerms terms = PeerTerms.of(wwwroot.host(), Application.MOODLE);
        PublicIdentity shown = keys.keysOf(wwwroot, terms);
        if (fingerprint.isEmpty()) {
            throw new IllegalArgumentException("The key of " + wwwroot + " has the fingerprint "
                    + Fingerprint.of(shown.certificate()).grouped()
                    + ". Compare it with the master's administrator and give it with --fingerprint; nothing was"
                    + " changed.");
        }
        requireSame(shown, fingerprint.get());
        Peer admitted = peers.admit(shown, terms, "administrator", actor);
        offers.forget(wwwroot, actor);
        return admitted;
    }

    private static void requireSame(PublicIdentity shown, String fingerprint) {
        if (!Fingerprint.of(shown).matches(fingerprint)
                && !Fingerprint.of(shown.certificate()).matches(fingerprint)) {
            throw new IllegalArgumentException("The key of " + shown.wwwroot() + " has another fingerprint: "
                    + Fingerprint.of(shown.certificate()).grouped() + ". Nothing was changed.");
        }
    }

    /**
     * Lets the master have this site make new keys, once, until the window closes.
     *
     * @return the secret that the master has to bring; it is shown this once and stored only as its hash
     */
    public String openWindow(Duration open, String actor) {
        Peer master = required();
        if (open.isNegative() || open.isZero() || open.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("A window stays open for 1 minute to 24 hours.");
        }
        String secret = HexFormat.of().formatHex(crypto.randomBytes(SECRET_BYTES));
        Instant now = clock.instant();
        store.open(new BootWindow(
                master.wwwroot(), hash(secret), now, now.plus(open), Optional.empty(), Optional.empty()));
        audit.record(AuditEvent.done("keyboot.window-opened", actor)
                .peer(master.wwwroot().value())
                .with("until", now.plus(open).toString()));
        return secret;
    }

    /** From the next call on the master may order nothing; the hosts that it introduced stay. */
    public void withdraw(String actor) {
        Wwwroot master = required().wwwroot();
        grants.withdraw(master, List.of(Operation.values()), actor);
        services.replace(master.value(), List.of(), actor);
        store.closeWindow();
        bindings.endAuthority(master, actor);
        audit.record(AuditEvent.done("master.withdrawn", actor).peer(master.value()));
    }

    private Peer required() {
        return master().orElseThrow(() -> new IllegalArgumentException(
                "No VMoodle master leads this site; `peer master accept` makes one its authority."));
    }

    static String hash(String secret) {
        return HexFormat.of().formatHex(Digests.sha256(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
