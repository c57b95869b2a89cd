package network.constellation.hub.originals;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.registry.Adoptions;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.FormPost;
import network.constellation.peer.outbound.HttpAnswer;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.keyswap.KeySwap;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.protocol.method.system.SystemMethods;

/**
 * Takes a site of the originals under this hub: key boot where it awaits one, key exchange, bindings, registry
 * (network-admin.md 2.2, step 4). Each step may be done again, so whatever is interrupted goes on; what cannot go on says
 * why in the note of the site, a code in front.
 */
public final class LeadJob implements JobKind<LeadState> {
    private static final int NOT_FOUND = 404;

    private final LedSitesStore store;
    private final Adoptions adoptions;
    private final Peers peers;
    private final SiteIdentity identity;
    private final StrangerClient strangers;
    private final FormPost forms;
    private final PeerClient client;
    private final KeySwap keySwap;

    @Inject
    LeadJob(
            LedSitesStore store,
            Adoptions adoptions,
            Peers peers,
            SiteIdentity identity,
            StrangerClient strangers,
            FormPost forms,
            PeerClient client,
            KeySwap keySwap) {
        this.store = store;
        this.adoptions = adoptions;
        this.peers = peers;
        this.identity = identity;
        this.strangers = strangers;
        this.forms = forms;
        this.client = client;
        this.keySwap = keySwap;
    }

    @Override
    public String name() {
        return "lead-site";
    }

    @Override
    public Class<LeadState> stateType() {
        return LeadState.class;
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), 2_000);
    }

    @Override
    public List<NamedStep<LeadState>> steps() {
        return List.of(
                JobKind.step("meet", this::meet),
                JobKind.step("key-boot", this::keyBoot),
                JobKind.step("adopt", this::adopt),
                JobKind.step("greet", this::greet));
    }

    private LeadState meet(JobContext job, LeadState state) throws JobFailure {
        job.progress(10, state.wwwroot());
        SiteCertificate shown = shown(state);
        if (shown.offerHash().isPresent()) {
            throw refused(
                    state,
                    "constellation",
                    "This site runs Constellation: invite it (`hub invite`), it is led better.");
        }
        if (!state.fingerprint().isEmpty() && !Fingerprint.of(shown).matches(state.fingerprint())) {
            throw refused(
                    state,
                    "other-fingerprint",
                    "The site shows a key with another fingerprint: "
                            + Fingerprint.of(shown).grouped() + ".");
        }
        Optional<Peer> known = peers.find(Wwwroot.of(state.wwwroot())).filter(Peer::isApproved);
        if (state.fingerprint().isEmpty()
                && known.filter(peer -> !peer.identity().certificate().equals(shown))
                        .isPresent()) {
            throw refused(
                    state,
                    "keys-approved-by-hand",
                    "This hub knows the site by another key; give the fingerprint of the one that is right.");
        }
        return state.saw(Fingerprint.of(shown).hex());
    }

    /** Asks once; whoever asks again after a lost answer finds the window closed and the keys new, and goes on. */
    private LeadState keyBoot(JobContext job, LeadState state) throws JobFailure {
        if (!state.boot()) {
            return state;
        }
        job.progress(30, state.wwwroot());
        String answer = boot(state);
        if (!Fingerprint.of(shown(state)).hex().equals(state.seen())) {
            return state;
        }
        throw refused(state, "key-boot", "The site made no new keys; its key boot answered: " + answer);
    }

    private String boot(LeadState state) {
        Wwwroot site = Wwwroot.of(state.wwwroot());
        String pem = identity.published().certificate().pem();
        String text = "";
        for (String root : AdminMethods.ROOTS) {
            HttpAnswer answer =
                    reached(state, () -> forms.post(site, terms(site), "/" + root + "keyboot.php", Map.of("pk", pem)));
            text = new String(answer.body(), StandardCharsets.UTF_8).strip();
            if (answer.status() != NOT_FOUND) {
                store.root(site, root);
                break;
            }
        }
        String plain = text.replaceAll("<[^>]*>", " ").replaceAll("[^\\x20-\\x7e]+", " ");
        return plain.length() > 100 ? plain.substring(0, 100) : plain;
    }

    private LeadState adopt(JobContext job, LeadState state) throws JobFailure {
        job.progress(60, state.wwwroot());
        SiteCertificate shown = shown(state);
        if (!state.boot() && !Fingerprint.of(shown).hex().equals(state.seen())) {
            throw refused(state, "key-changed", "The site showed another key a moment ago.");
        }
        LedSite site = store.find(Wwwroot.of(state.wwwroot())).orElseThrow();
        try {
            adoptions.adopt(
                    PublicIdentity.ofCertificate(site.wwwroot(), shown),
                    site.name(),
                    Application.MOODLE,
                    site.subnetwork(),
                    state.boot() ? "key-boot" : state.fingerprint().isEmpty() ? "tls" : "administrator",
                    state.actor());
        } catch (CertificateRefusedException changed) {
            throw refused(state, "certificate", changed.sentence());
        }
        return state;
    }

    /** Answered only by a site that knows this hub: its own administrator, or the key boot, has seen to that. */
    private LeadState greet(JobContext job, LeadState state) {
        job.progress(90, state.wwwroot());
        Wwwroot site = Wwwroot.of(state.wwwroot());
        try {
            reached(state, () -> client.call(peers.require(site), SystemMethods.LIST_SERVICES, Nothing.NOTHING));
        } catch (Fault refused) {
            store.note(site, "refused: fault " + refused.code() + ": " + refused.text());
            throw refused;
        }
        store.led(site, job.now());
        return state;
    }

    /** The certificate on its door, fit for its address. */
    private SiteCertificate shown(LeadState state) throws JobFailure {
        Wwwroot site = Wwwroot.of(state.wwwroot());
        String pem = reached(
                state,
                () -> strangers.call(
                        site,
                        terms(site),
                        SystemMethods.KEYSWAP,
                        keySwap.offer(identity.published(), Application.MOODLE.label())));
        try {
            SiteCertificate certificate = SiteCertificate.parse(pem);
            certificate.checkBelongsTo(site);
            return certificate;
        } catch (CertificateRefusedException unfit) {
            throw refused(
                    state,
                    switch (unfit.reason()) {
                        case WRONG_NAME -> "certificate-name";
                        case WRONG_ADDRESS -> "certificate-address";
                        default -> "certificate";
                    },
                    unfit.sentence());
        }
    }

    private <T> T reached(LeadState state, java.util.function.Supplier<T> call) {
        try {
            return call.get();
        } catch (UnreachableException silent) {
            store.note(Wwwroot.of(state.wwwroot()), "unreachable: " + silent.why());
            throw silent;
        }
    }

    private JobFailure refused(LeadState state, String code, String sentence) {
        store.note(Wwwroot.of(state.wwwroot()), code + ": " + sentence);
        return new JobFailure(sentence);
    }

    private static PeerTerms terms(Wwwroot site) {
        return PeerTerms.of(site.host(), Application.MOODLE);
    }
}
