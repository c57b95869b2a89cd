package network.constellation.hub.standby;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.fanout.Answer;
import network.constellation.hub.fanout.Fanout;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryReader;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.SuspensionList;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.directory.DirectoryMethods;
import network.constellation.protocol.method.directory.SuccessionAnswer;
import network.constellation.protocol.method.directory.SuspensionsAnswer;

/**
 * Brings the first directory of a promoted hub to every member, and takes over whom they know cut off. Whoever is down is
 * tried until it has taken it.
 */
public final class SuccessionJob implements JobKind<SuccessionJob.State> {
    private static final Duration ROUND = Duration.ofSeconds(25);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int ATTEMPTS = 20;

    private final StandbyStore store;
    private final Lease lease;
    private final Registry registry;
    private final Publisher publisher;
    private final Suspensions suspensions;
    private final Mandate mandate;
    private final Fanout fanout;
    private final StrangerClient strangers;
    private final PeerClient client;
    private final CryptoEngine engine;

    @Inject
    SuccessionJob(
            StandbyStore store,
            Lease lease,
            Registry registry,
            Publisher publisher,
            Suspensions suspensions,
            Mandate mandate,
            Fanout fanout,
            StrangerClient strangers,
            PeerClient client,
            CryptoEngine engine) {
        this.store = store;
        this.lease = lease;
        this.registry = registry;
        this.publisher = publisher;
        this.suspensions = suspensions;
        this.mandate = mandate;
        this.fanout = fanout;
        this.strangers = strangers;
        this.client = client;
        this.engine = engine;
    }

    /** @param told members that have taken it so far */
    record State(int told) {}

    @Override
    public String name() {
        return "hub-succession";
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), 10_000);
    }

    @Override
    public List<NamedStep<State>> steps() {
        return List.of(JobKind.step("tell", this::tell));
    }

    private State tell(JobContext job, State state) {
        int before = store.untold().size();
        List<String> open = round();
        int told = state.told() + before - open.size();
        job.progress(100 * told / Math.max(1, told + open.size()), told + "/" + (told + open.size()));
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.size() + " members have not taken the directory of this hub yet: "
                    + String.join("; ", open.subList(0, Math.min(3, open.size()))));
        }
        return new State(told);
    }

    /**
     * Tries each that is open, once.
     *
     * @return those that are open still, with the reason
     */
    List<String> round() {
        Directory directory =
                publisher.current().orElseThrow(() -> new IllegalStateException("There is no directory to hand over."));
        byte[] document = directory.document();
        Map<Wwwroot, String> open = new TreeMap<>();
        Set<Wwwroot> taken = new TreeSet<>();
        fanout.ask(store.untold(), ROUND, peer -> hand(peer, document)).forEach((site, answer) -> {
            boolean has = answer instanceof Answer.Given<SuccessionAnswer> given
                    && given.value().state() == SuccessionAnswer.State.TAKEN;
            if (has && isActive(site)) {
                taken.add(site);
            } else if (has) {
                // Whoever is cut off is told who leads, and not asked.
                store.told(site);
            } else {
                open.put(
                        site,
                        answer instanceof Answer.Given
                                ? "it does not take this directory; its audit says why (directory.refused)"
                                : String.valueOf(answer));
            }
        });
        // The document goes to anybody; what a member knows comes from whoever follows this hub, signed and sealed.
        Optional<SuspensionList> newest = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS && !taken.isEmpty(); attempt++) {
            if (attempt > 0) {
                pause();
            }
            for (Map.Entry<Wwwroot, Answer<SuspensionsAnswer>> answer :
                    lists(taken).entrySet()) {
                if (answer.getValue() instanceof Answer.Given<SuspensionsAnswer> given) {
                    newest = newer(newest, given.value().list());
                    taken.remove(answer.getKey());
                    open.remove(answer.getKey());
                    store.told(answer.getKey());
                } else {
                    open.put(answer.getKey(), String.valueOf(answer.getValue()));
                }
            }
        }
        newest.filter(lease::isNews).ifPresent(list -> {
            suspensions.merge(list, "promotion");
            lease.heard(list);
        });
        return open.entrySet().stream()
                .map(site -> site.getKey() + ": " + site.getValue())
                .toList();
    }

    private boolean isActive(Wwwroot site) {
        return registry.find(site)
                .filter(member -> member.state() == Member.State.ADMITTED)
                .isPresent();
    }

    private SuccessionAnswer hand(Peer peer, byte[] document) {
        return strangers.call(peer.wwwroot(), peer.terms(), DirectoryMethods.SUCCEED, document);
    }

    private Map<Wwwroot, Answer<SuspensionsAnswer>> lists(Set<Wwwroot> taken) {
        return fanout.ask(
                List.copyOf(taken), ROUND, peer -> client.call(peer, DirectoryMethods.SUSPENSIONS, Nothing.NOTHING));
    }

    /** A member follows its new hub in a moment, on its own time. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while members were told of their new hub.", stopping);
        }
    }

    private Optional<SuspensionList> newer(Optional<SuspensionList> known, Optional<byte[]> encoded) {
        if (encoded.isEmpty() || mandate.anchor().isEmpty()) {
            return known;
        }
        try {
            SuspensionList list = new DirectoryReader(engine, mandate.anchor().get()).storedSuspensions(encoded.get());
            return known.isPresent() && !list.isNewerThan(known.get()) ? known : Optional.of(list);
        } catch (DirectoryRefusedException forged) {
            return known;
        }
    }
}
