package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import network.constellation.hub.directory.Leadership;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.fanout.Answer;
import network.constellation.hub.fanout.Fanout;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryAnchor;
import network.constellation.protocol.directory.DirectoryHeader;
import network.constellation.protocol.directory.DirectoryReader;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.SuspensionList;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.directory.DirectoryMethods;
import network.constellation.protocol.method.directory.DirectoryStatus;
import org.jspecify.annotations.Nullable;

/**
 * A hub that has a standby signs only while it has made sure, within the last minutes, that nobody leads in a higher term
 * (protocol-security.md 3, hubs). What it hears is signed under the root key, so no member can fence it by a lie.
 */
@Singleton
public final class Lease implements Leadership {
    /** For how long one confirmation is good. */
    public static final Duration LENGTH = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ASKED = 5;
    private static final String CONSTELLATION = "constellation";

    private final StandbyStore store;
    private final Mandate mandate;
    private final Provider<Publisher> publisher;
    private final Registry registry;
    private final Fanout fanout;
    private final PeerClient client;
    private final CryptoEngine engine;
    private final Audit audit;
    private final Clock clock;
    private volatile @Nullable LeadershipRow row;
    private volatile @Nullable Instant confirmed;

    @Inject
    Lease(
            StandbyStore store,
            Mandate mandate,
            Provider<Publisher> publisher,
            Registry registry,
            Fanout fanout,
            PeerClient client,
            CryptoEngine engine,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.mandate = mandate;
        this.publisher = publisher;
        this.registry = registry;
        this.fanout = fanout;
        this.client = client;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean leads() {
        return leadership().fencedBy() == 0;
    }

    @Override
    public boolean maySign(Instant now) {
        LeadershipRow known = leadership();
        if (known.fencedBy() > 0 || !known.frozen().isEmpty() || !isPromoted(known)) {
            return false;
        }
        // Nobody can have a higher term whom the root never delegated one.
        Instant last = confirmed;
        return store.standby().isEmpty() || (last != null && now.isBefore(last.plus(LENGTH)));
    }

    @Override
    public boolean maySuspend(Instant now) {
        return !leadership().listsWait() && maySign(now);
    }

    /** The first hub founded its network; any other signs only when its promotion has come that far. */
    private boolean isPromoted(LeadershipRow known) {
        return mandate.highest()
                .filter(delegation -> delegation.term() > Mandate.FIRST_TERM && known.promoted() < delegation.term())
                .isEmpty();
    }

    /** Term of a promotion that has begun and not ended; 0: none. */
    int begun() {
        return leadership().begun();
    }

    int promoted() {
        return leadership().promoted();
    }

    /** In which term somebody else leads; 0 when nobody was seen. */
    public int fencedBy() {
        return leadership().fencedBy();
    }

    /** Why nothing is signed although nobody else leads; empty when it is. */
    public String frozen() {
        return leadership().frozen();
    }

    /** From here on a promotion is finished, by whoever comes to it, or begun again. */
    void beginning(int term) {
        change(row -> row.beginning(term));
    }

    /** Leads from now on; its first list is held back until members have told whom they know cut off. */
    void promoted(int term, long listsHeard) {
        change(row -> row.leading(term, listsHeard));
        confirmed = clock.instant();
    }

    /**
     * Whether a list of the former hub tells something new: an older one than those known would cut off whoever was let in
     * again since.
     */
    boolean isNews(SuspensionList list) {
        return list.term() < promoted() && list.sequence() > leadership().listsHeard();
    }

    void heard(SuspensionList list) {
        change(row -> row.heard(list.sequence()));
    }

    void ended() {
        change(LeadershipRow::ended);
    }

    /**
     * Asks the standby and some members for the newest that they have seen.
     *
     * @return whether this hub may sign now
     */
    public boolean confirm() {
        Optional<StandbyView> standby = store.standby();
        Optional<DirectoryAnchor> anchor = mandate.anchor();
        if (standby.isEmpty() || anchor.isEmpty() || !leads()) {
            return maySign(clock.instant());
        }
        Instant asked = clock.instant();
        List<Wwwroot> sites = witnesses(standby.get().wwwroot());
        Map<Wwwroot, Answer<DirectoryStatus>> answers =
                fanout.ask(sites, PATIENCE, site -> client.call(site, DirectoryMethods.STATUS, Nothing.NOTHING));
        DirectoryReader reader = new DirectoryReader(engine, anchor.get());
        int heard = 0;
        boolean standbyHeard = false;
        for (Map.Entry<Wwwroot, Answer<DirectoryStatus>> answer : answers.entrySet()) {
            if (answer.getValue() instanceof Answer.Given<DirectoryStatus> given && proven(reader, given.value())) {
                heard++;
                standbyHeard |= answer.getKey().equals(standby.get().wwwroot());
            }
        }
        // A standby that is out of order must not stop the network; then half of the members asked have to answer.
        if (standbyHeard || (sites.size() > 1 && 2 * heard >= sites.size() - 1)) {
            confirmed = asked;
        }
        return maySign(clock.instant());
    }

    /** The standby first, then members in no order. */
    private List<Wwwroot> witnesses(Wwwroot standby) {
        List<Wwwroot> members = new ArrayList<>(registry.members().stream()
                .filter(member -> member.state() == Member.State.ADMITTED
                        && member.application().equals(CONSTELLATION)
                        && !member.wwwroot().equals(standby))
                .map(Member::wwwroot)
                .toList());
        Collections.shuffle(members);
        List<Wwwroot> asked = new ArrayList<>(List.of(standby));
        asked.addAll(members.subList(0, Math.min(ASKED, members.size())));
        return asked;
    }

    /** @return whether this answer supports that we lead */
    private boolean proven(DirectoryReader reader, DirectoryStatus status) {
        if (status.header().isEmpty()) {
            return true;
        }
        try {
            DirectoryHeader seen = reader.header(status.header().get()).header();
            int own = mandate.delegation().map(Delegation::term).orElse(0);
            if (seen.version().term() > own) {
                fence(seen);
                return false;
            }
            return seen.version().term() < own || agrees(seen);
        } catch (DirectoryRefusedException forged) {
            return false;
        }
    }

    private void fence(DirectoryHeader seen) {
        if (leads()) {
            change(row -> row.fenced(seen.version().term()));
            audit.record(AuditEvent.done("hub.fenced", "system")
                    .peer(seen.hub().value())
                    .with("term", String.valueOf(seen.version().term())));
        }
    }

    /** In our own term: what we signed, or what a backup that we were restored from does not know yet. */
    private boolean agrees(DirectoryHeader seen) {
        Optional<Directory> ours = publisher.get().current();
        if (ours.isPresent()
                && ours.get().version().equals(seen.version())
                && !ours.get().header().sameContent(seen)) {
            if (frozen().isEmpty()) {
                change(row -> row.frozenBy("There are two directories with version " + seen.version() + "."));
                audit.record(AuditEvent.failed("hub.frozen", "system", "two directories with one version")
                        .with("version", seen.version().toString()));
            }
            return false;
        }
        publisher.get().continueAfter(seen.version());
        return true;
    }

    private synchronized void change(UnaryOperator<LeadershipRow> how) {
        LeadershipRow next = how.apply(leadership());
        store.save(next);
        row = next;
    }

    private LeadershipRow leadership() {
        LeadershipRow known = row;
        if (known == null) {
            known = store.leadership();
            row = known;
        }
        return known;
    }
}
