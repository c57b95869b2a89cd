package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.ring.Rotation;
import network.constellation.keys.suite.Suite;
import network.constellation.keys.vault.Vault;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.News;
import network.constellation.protocol.envelope.WindowFacts;

/**
 * The tenant's own keys: the ring as it stands, and what follows from it. Made on first use; every change is durable
 * before it is seen. Questions are answered from memory, but for the first after a sleep.
 */
@Singleton
public final class SiteIdentity {
    private final Tenant tenant;
    private final CryptoEngine engine;
    private final Vault vault;
    private final Clock clock;
    private final NetConfig config;
    private final Rotation rotation;
    private final AtomicReference<Optional<String>> early = new AtomicReference<>(Optional.empty());
    private volatile State state;

    @Inject
    SiteIdentity(Tenant tenant, CryptoEngine engine, Vault vault, NetConfig config, Clock clock) {
        this.tenant = tenant;
        this.engine = engine;
        this.vault = vault;
        this.clock = clock;
        this.config = config;
        this.rotation = new Rotation(engine);
        Instant now = clock.instant();
        Optional<KeyRing> stored = vault.load();
        KeyRing ring = stored.orElseGet(() -> rotation.found(tenant.wwwroot(), subject(), config.keyLifetime(), now));
        KeyRing ready = rotation.renewRecipients(ring, now);
        if (stored.isEmpty() || ready.revision() != ring.revision()) {
            vault.save(ready);
        }
        this.state = State.of(engine, ready);
    }

    public Wwwroot wwwroot() {
        return tenant.wwwroot();
    }

    public KeyRing ring() {
        return state.ring;
    }

    /** The generation that signs. */
    public SiteKeys current() {
        return state.ring.current();
    }

    /** What others are told of the current generation, with a recipient key that lives. */
    public PublicIdentity published() {
        return awake().published;
    }

    /**
     * Recipient keys live for two days: a site that slept longer has none, and whoever calls it first must be told of
     * today's. Made once, however many call, and durable before anybody is told; a clock that was set back makes none.
     */
    private State awake() {
        State now = state;
        if (now.ring.current().recipient().isLive(clock.instant())) {
            return now;
        }
        renewRecipients();
        return state;
    }

    /** The current generation as the sender of modern messages. */
    public ModernIdentity modern() {
        return state.modern.get(0);
    }

    /** Our generation with this fingerprint, current, prepared or in its overlap; empty: no more (fault 7031). */
    public Optional<ModernIdentity> modern(byte[] fingerprint) {
        for (ModernIdentity generation : state.modern) {
            if (Arrays.equals(generation.fingerprint(), fingerprint)) {
                return Optional.of(generation);
            }
        }
        return Optional.empty();
    }

    /** What others are told of the prepared generation, if there is one. */
    public Optional<PublicIdentity> announced() {
        return state.next;
    }

    /** The prepared generation as the sender of modern messages: for rehearsals only. */
    public Optional<ModernIdentity> nextModern() {
        return state.next.flatMap(next -> modern(Fingerprint.of(next).bytes()));
    }

    /** The number of our generation with this fingerprint; 0 when we do not have it. */
    public int generationOf(byte[] fingerprint) {
        State now = state;
        for (int i = 0; i < now.modern.size(); i++) {
            if (Arrays.equals(now.modern.get(i).fingerprint(), fingerprint)) {
                return now.generations.get(i);
            }
        }
        return 0;
    }

    /** Our living recipient key with this SHA-256; empty: no more, or never (fault 7030). */
    public Optional<X25519PrivateKey> recipientKey(byte[] sha256, Instant now) {
        for (Recipient recipient : state.recipients) {
            if (Arrays.equals(recipient.sha256, sha256) && recipient.pair.isLive(now)) {
                return Optional.of(recipient.pair.privateKey());
            }
        }
        return Optional.empty();
    }

    /** What an answer to such a request should tell of newer keys. */
    public News newsFor(WindowFacts facts) {
        State now = state;
        boolean oldKey = !Arrays.equals(facts.recipientKey(), now.newestRecipient);
        boolean oldGeneration =
                !Arrays.equals(facts.recipientFingerprint(), now.modern.get(0).fingerprint());
        if (!oldKey && !oldGeneration) {
            return News.NONE;
        }
        return new News(
                oldKey && !oldGeneration ? current().recipient().publicKey().encoded() : new byte[0],
                oldGeneration ? now.modern.get(0).fingerprint() : new byte[0]);
    }

    /** This site as its own caller, for the call by which it proves that it is ready: no services, no address. */
    public Peer asPeer() {
        return state.self;
    }

    /** Changes the ring; durable when it returns. */
    public synchronized KeyRing change(UnaryOperator<KeyRing> transition) {
        KeyRing before = state.ring;
        KeyRing changed = transition.apply(before);
        if (changed.revision() != before.revision()) {
            State derived = State.of(engine, changed);
            vault.save(changed);
            state = derived;
        }
        return changed;
    }

    /** Prepares the next generation; what is prepared already stays. */
    public KeyRing prepare() {
        return change(ring -> ring.next().isPresent()
                ? ring
                : rotation.prepare(ring, subject(), config.keyLifetime(), clock.instant()));
    }

    /** Gives today's recipient key to generations that lack one. */
    public void renewRecipients() {
        if (state.ring.needsRecipient(clock.instant())) {
            change(ring -> rotation.renewRecipients(ring, clock.instant()));
        }
    }

    /** Asks for a rotation before its time; {@link OwnKeyWatch} starts it. */
    public void rotateEarly(String why) {
        early.set(Optional.of(why));
    }

    Optional<String> takeEarlyRotation() {
        return early.getAndSet(Optional.empty());
    }

    private CertificateSubject subject() {
        return CertificateSubject.named(tenant.name(), tenant.wwwroot());
    }

    private record Recipient(byte[] sha256, RecipientKeyPair pair) {}

    /** Everything derived from one ring, once. */
    private record State(
            KeyRing ring,
            PublicIdentity published,
            Optional<PublicIdentity> next,
            List<ModernIdentity> modern,
            List<Integer> generations,
            List<Recipient> recipients,
            byte[] newestRecipient,
            Peer self) {

        static State of(CryptoEngine engine, KeyRing ring) {
            PublicIdentity published = publicIdentity(engine, ring.current());
            Optional<PublicIdentity> next = ring.next().map(prepared -> publicIdentity(engine, prepared));
            List<ModernIdentity> modern = new ArrayList<>();
            List<Integer> generations = new ArrayList<>();
            List<Recipient> recipients = new ArrayList<>();
            Stream.concat(Stream.concat(Stream.of(ring.current()), ring.next().stream()), ring.retired().stream())
                    .filter(keys -> !keys.recipients().isEmpty())
                    .forEach(keys -> {
                        modern.add(new ModernIdentity(
                                keys.wwwroot(),
                                Fingerprint.of(publicIdentity(engine, keys)).bytes(),
                                keys.ed25519()));
                        generations.add(keys.generation());
                        keys.recipients()
                                .forEach(pair -> recipients.add(
                                        new Recipient(pair.publicKey().sha256(), pair)));
                    });
            Peer self = new Peer(
                    ring.wwwroot(),
                    new PeerKeys(published, ring.current().created(), PeerTerms.NO_NETWORK),
                    new PeerTerms("", Application.CONSTELLATION, SuiteChoice.AUTO, List.of(), true),
                    Suite.MODERN,
                    PeerState.APPROVED,
                    false,
                    ring.current().created());
            return new State(
                    ring,
                    published,
                    next,
                    List.copyOf(modern),
                    List.copyOf(generations),
                    List.copyOf(recipients),
                    ring.current().recipient().publicKey().sha256(),
                    self);
        }

        /** Keys taken over from other software have a certificate that announces nothing modern. */
        private static PublicIdentity publicIdentity(CryptoEngine engine, SiteKeys keys) {
            if (keys.certificate().offerHash().isPresent()) {
                return keys.publicIdentity(engine);
            }
            try {
                return PublicIdentity.ofCertificate(keys.wwwroot(), keys.certificate());
            } catch (CertificateRefusedException broken) {
                throw new IllegalStateException("The site's own certificate is not its own.", broken);
            }
        }
    }
}
