package network.constellation.hub.directory;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import network.constellation.hub.approvals.Approvals;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.directory.SuspensionStore.Listed;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.protocol.directory.DirectorySigner;
import network.constellation.protocol.directory.SuspensionList;
import network.constellation.protocol.directory.SuspensionList.Suspended;
import org.jspecify.annotations.Nullable;

/**
 * Cuts members off, everywhere and within minutes (protocol-security.md 3, suspension). The list is small, has a number of
 * its own, and is signed again each minute so that everybody can tell how old it is.
 */
@Singleton
public final class Suspensions {
    private static final int LONGEST_REASON = 500;
    private static final Duration SIGNED_AGAIN = Duration.ofSeconds(30);

    private final SuspensionStore store;
    private final Mandate mandate;
    private final Leadership leadership;
    private final Registry registry;
    private final Approvals approvals;
    private final Provider<Publisher> publisher;
    private final OwnCopy own;
    private final HubDirectoryConfig config;
    private final Audit audit;
    private final Clock clock;
    private volatile @Nullable SuspensionList current;

    @Inject
    Suspensions(
            SuspensionStore store,
            Mandate mandate,
            Leadership leadership,
            Registry registry,
            Approvals approvals,
            Provider<Publisher> publisher,
            OwnCopy own,
            HubDirectoryConfig config,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.mandate = mandate;
        this.leadership = leadership;
        this.registry = registry;
        this.approvals = approvals;
        this.publisher = publisher;
        this.own = own;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** As {@link #suspend(Wwwroot, String, Person)}, by somebody who did not say who. */
    public boolean suspend(Wwwroot member, String reason, String actor) {
        return suspend(member, reason, Person.unnamed(actor));
    }

    /**
     * Cuts a member off. It is on the signed list when this returns.
     *
     * @return false when it was cut off already
     * @throws IllegalArgumentException when there is no such member, or the reason is longer than 500 characters
     * @throws network.constellation.hub.approvals.ApprovalNeeded when many were cut off within an hour
     */
    public boolean suspend(Wwwroot member, String reason, Person by) {
        requireMember(member);
        if (store.find(member).isPresent() || !MassSuspension.isOne(store.read().suspended(), clock.instant())) {
            return suspendNow(member, reason, by.name());
        }
        approvals.perform(MassSuspension.KIND, MassSuspension.parameters(member, reason), reason, by);
        return true;
    }

    boolean suspendNow(Wwwroot member, String reason, String actor) {
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has at most " + LONGEST_REASON + " characters.");
        }
        requireMember(member);
        boolean added = store.add(member, new Suspended(clock.instant(), reason.strip()), actor);
        if (added) {
            audit.record(AuditEvent.done("member.suspended", actor)
                    .peer(member.value())
                    .with("reason", reason.strip()));
        }
        // Also when it was on the list: a killed hub may have got no further.
        registry.decide(member, Member.State.SUSPENDED);
        tell();
        return added;
    }

    /**
     * Lets a member take part again.
     *
     * @return false when it was not cut off
     * @throws IllegalArgumentException when there is no such member
     */
    public boolean resume(Wwwroot member, String actor) {
        Member known = requireMember(member);
        boolean removed = store.remove(member);
        if (removed) {
            audit.record(AuditEvent.done("member.resumed", actor).peer(member.value()));
        }
        if (known.state() == Member.State.SUSPENDED) {
            registry.decide(member, Member.State.ADMITTED);
        }
        tell();
        return removed;
    }

    /** Why and since when a member is cut off. */
    public Optional<Suspended> find(Wwwroot member) {
        return store.find(member);
    }

    /** The newest list that was signed; empty at a tenant that leads no network, or may not sign yet. */
    public Optional<SuspensionList> list() {
        SuspensionList known = current;
        return known == null ? sign(Duration.ZERO) : Optional.of(known);
    }

    /** Number of the list as it stands in the tables, signed or not. */
    public long sequence() {
        return store.read().sequence();
    }

    /** Takes over who is on a list of another hub of the network, and counts on from its number. */
    public int merge(SuspensionList other, String actor) {
        int added = store.merge(other.suspended(), other.sequence(), actor);
        other.suspended().keySet().stream()
                .filter(site -> registry.find(site).isPresent())
                .forEach(site -> registry.decide(site, Member.State.SUSPENDED));
        tell();
        return added;
    }

    /** Signs the list anew, now. */
    public void resign() {
        sign(Duration.ZERO);
    }

    /** Signs again what is older than half a minute. */
    void upkeep() {
        sign(SIGNED_AGAIN);
    }

    private void tell() {
        sign(Duration.ZERO);
        publisher.get().changed();
    }

    /** @param atLeast how old the list must be to be signed again without a change; zero: sign in any case */
    private synchronized Optional<SuspensionList> sign(Duration atLeast) {
        Instant now = clock.instant();
        SuspensionList before = current;
        Optional<DirectorySigner> signer = mandate.signer(now).filter(hand -> leadership.maySuspend(now));
        boolean young =
                before != null && !atLeast.isZero() && before.age(now).abs().compareTo(atLeast) < 0;
        if (signer.isEmpty() || young) {
            return Optional.ofNullable(before);
        }
        Listed listed = store.read();
        SuspensionList signed =
                signer.get().suspensions(listed.sequence(), now, now.plus(config.life()), listed.suspended());
        current = signed;
        own.keep(signed);
        return Optional.of(signed);
    }

    private Member requireMember(Wwwroot member) {
        return registry.find(member)
                .filter(known -> known.state() != Member.State.REMOVED)
                .orElseThrow(() -> new IllegalArgumentException(
                        member + " is not a member of this network; `hub peers` lists the members."));
    }
}
