package network.constellation.peer.connectivity;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.connectivity.Grade;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.PartResult;

/**
 * The links of this site: looked at in rounds, kept with the history of what changed. Trouble is told (audit, history)
 * when it was found twice in a row, recovery at once.
 */
@Singleton
public final class Connectivity {
    static final String TROUBLE = "link.trouble";
    static final String RECOVERED = "link.recovered";
    private static final int NOT_LINKED = 520;
    private static final String WELL = "well";
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Peers peers;
    private final Pinger pinger;
    private final ConnectivityStore store;
    private final ConnectivityConfig config;
    private final Audit audit;
    private final MeterRegistry meters;
    private final Clock clock;

    @Inject
    Connectivity(
            Peers peers,
            Pinger pinger,
            ConnectivityStore store,
            ConnectivityConfig config,
            Audit audit,
            MeterRegistry meters,
            Clock clock) {
        this.peers = peers;
        this.pinger = pinger;
        this.store = store;
        this.config = config;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
    }

    /** All links as they were found last, by address. */
    public List<LinkCheck> links() {
        Set<String> linked = linked().map(peer -> peer.wwwroot().value()).collect(Collectors.toSet());
        return store.all().stream()
                .map(ConnectivityStore.Kept::check)
                .filter(check -> linked.contains(check.peer()))
                .toList();
    }

    /** Those to other members of the network; a peer that was added by hand is nobody else's business. */
    public List<LinkCheck> networkLinks() {
        return links().stream()
                .filter(check -> peers.find(check.peer())
                        .filter(peer -> !peer.terms().network().equals(PeerTerms.NO_NETWORK))
                        .isPresent())
                .toList();
    }

    /** What changed, newest first. */
    public List<LinkChange> changes(int most) {
        return store.changes(most);
    }

    /** Looks now. */
    public LinkCheck look(Peer peer) {
        LinkCheck found = pinger.look(peer);
        meters.counter("constellation.links.looked", "grade", found.grade().label())
                .increment();
        return noted(found);
    }

    /**
     * Looks now at another member of the network.
     *
     * @throws Fault 520 when this site is not linked with it
     */
    public LinkCheck lookAtMember(String wwwroot) {
        return look(peers.find(wwwroot)
                .filter(Peer::isApproved)
                .filter(peer -> !peer.terms().network().equals(PeerTerms.NO_NETWORK))
                .orElseThrow(() -> new Fault(NOT_LINKED, "This site is not linked with " + wwwroot + ".")));
    }

    /** One round: everybody in trouble, the hub, and then as many as the settings allow. */
    void round() throws InterruptedException {
        List<Peer> due = due();
        if (!due.isEmpty()) {
            ExecutorService threads = Executors.newFixedThreadPool(Math.min(config.atOnce(), due.size()), task -> {
                Thread thread = new Thread(task, "links");
                thread.setDaemon(true);
                return thread;
            });
            AtomicBoolean over = new AtomicBoolean();
            try {
                due.forEach(peer -> threads.execute(() -> {
                    if (!over.get()) {
                        look(peer);
                    }
                }));
            } finally {
                threads.shutdown();
            }
            // Nobody is interrupted: that would close the database's file under whoever is writing. Whoever has not
            // been
            // looked at by then is first in the next round.
            over.set(!threads.awaitTermination(ROUND.toMillis(), TimeUnit.MILLISECONDS));
        }
        forgetOthers();
        store.forgetChangesBefore(clock.instant().minus(KEPT));
    }

    private List<Peer> due() {
        Map<String, LinkCheck> known = new HashMap<>();
        store.all().forEach(kept -> known.put(kept.check().peer(), kept.check()));
        Comparator<Peer> order = Comparator.comparing((Peer peer) -> {
                    LinkCheck last = known.get(peer.wwwroot().value());
                    boolean first = peer.hub() || (last != null && last.grade().isTrouble());
                    return first ? 0 : 1;
                })
                .thenComparing(peer -> {
                    LinkCheck last = known.get(peer.wwwroot().value());
                    return last == null ? Instant.MIN : last.at();
                });
        return linked().sorted(order).limit(config.perRound()).toList();
    }

    private java.util.stream.Stream<Peer> linked() {
        return peers.list().stream().filter(Peer::isApproved);
    }

    private void forgetOthers() {
        Set<Wwwroot> linked = linked().map(Peer::wwwroot).collect(Collectors.toSet());
        store.all().stream()
                .map(kept -> kept.check().peer())
                .filter(peer -> !linked.contains(Wwwroot.of(peer)))
                .forEach(store::forget);
    }

    /** One at a time: the page and the round may look at one link together. */
    private synchronized LinkCheck noted(LinkCheck found) {
        Optional<ConnectivityStore.Kept> before = store.find(found.peer());
        LinkCheck now = before.map(kept -> found.after(kept.check())).orElse(found);
        String told = before.map(ConnectivityStore.Kept::told).orElse(WELL);
        String word = now.grade().isTrouble() ? now.word() : WELL;
        boolean news = !LinkCheck.isSame(word, told) && (word.equals(WELL) || now.isConfirmedTrouble());
        store.save(now, news ? word : told);
        if (news) {
            tell(now, told, word);
        }
        return now;
    }

    private void tell(LinkCheck now, String former, String word) {
        String detail = now.worst().map(PartResult::detail).orElse("");
        store.changed(new LinkChange(now.at(), now.peer(), former, word, detail));
        AuditEvent event = word.equals(WELL)
                ? AuditEvent.done(RECOVERED, "system").with("former", former)
                : AuditEvent.failed(TROUBLE, "system", word);
        audit.recordSoon(event.peer(now.peer()).with("detail", detail));
    }

    /** How many links are bad, or want attention. */
    public long count(Grade grade) {
        return links().stream().filter(check -> check.grade() == grade).count();
    }
}
