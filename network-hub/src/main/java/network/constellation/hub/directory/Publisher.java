package network.constellation.hub.directory;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import network.constellation.hub.registry.MembersListener;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.Jobs;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryReader;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.DirectorySigner;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Signs the directory: a new version when something has changed, the same again when it would grow old. What is signed is
 * durable before anybody sees it, so that no version is ever signed twice with different contents.
 */
@Singleton
public final class Publisher implements MembersListener {
    private final Assembler assembler;
    private final PublishedStore store;
    private final Mandate mandate;
    private final Leadership leadership;
    private final OwnCopy own;
    private final HubDirectoryConfig config;
    private final CryptoEngine engine;
    private final Jobs jobs;
    private final Provider<PublishJob> job;
    private final Audit audit;
    private final Clock clock;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile @Nullable Directory current;
    private volatile DirectoryVersion highest = DirectoryVersion.NONE;
    private volatile @Nullable DirectoryVersion making;

    @Inject
    Publisher(
            Assembler assembler,
            PublishedStore store,
            Mandate mandate,
            Leadership leadership,
            OwnCopy own,
            HubDirectoryConfig config,
            CryptoEngine engine,
            Jobs jobs,
            Provider<PublishJob> job,
            Audit audit,
            Clock clock) {
        this.assembler = assembler;
        this.store = store;
        this.mandate = mandate;
        this.leadership = leadership;
        this.own = own;
        this.config = config;
        this.engine = engine;
        this.jobs = jobs;
        this.job = job;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest version that was published; empty before the first. */
    public Optional<Directory> current() {
        Directory known = current;
        return known == null ? load() : Optional.of(known);
    }

    /** The newest, signed again when it is old: a hub that slept is asked before its own minute has come round. */
    Optional<Directory> fresh() {
        Instant now = clock.instant();
        Optional<Directory> known = current();
        return known.filter(directory -> isOld(directory, now)).isPresent() ? publish() : known;
    }

    /**
     * The newest version that may have been begun before now: whatever was decided before this was asked stands in each
     * later one, and perhaps not in this.
     */
    public DirectoryVersion begun() {
        DirectoryVersion next = making;
        if (next != null) {
            return next;
        }
        current();
        return highest;
    }

    /**
     * To be called by whoever has changed something that the directory tells: members, sub-networks, services, keys. The
     * new version is out, and the members are told, a moment later; within the minute at the latest.
     */
    public void changed() {
        if (pending.compareAndSet(false, true)) {
            jobs.start(job.get(), new PublishJob.State(clock.instant().toString()));
        }
    }

    @Override
    public void membersChanged() {
        changed();
    }

    /** The work of one {@link #changed}; what changes from now on needs another. */
    Optional<Directory> publishChanges() {
        pending.set(false);
        return publish();
    }

    /**
     * Publishes what there is to publish, now.
     *
     * @return the newest version, whether or not it is a new one; empty at a tenant that leads no network
     */
    public synchronized Optional<Directory> publish() {
        Instant now = clock.instant();
        Optional<Directory> before = current();
        Optional<DirectorySigner> signer = mandate.signer(now).filter(hand -> leadership.maySign(now));
        if (signer.isEmpty()) {
            return before;
        }
        int term = signer.get().delegation().term();
        making = highest.term() == term
                ? new DirectoryVersion(term, highest.sequence() + 1)
                : new DirectoryVersion(term, 1);
        try {
            return Optional.of(publish(signer.get(), making, before, now));
        } finally {
            making = null;
        }
    }

    private Directory publish(
            DirectorySigner signer, DirectoryVersion following, Optional<Directory> before, Instant now) {
        TreeMap<String, Entry> entries = new TreeMap<>();
        assembler.entries(before).forEach(entry -> entries.put(entry.id(), entry));
        boolean same = before.isPresent()
                && before.get().version().term() == following.term()
                && before.get().version().equals(highest)
                && before.get().entries().equals(entries);
        if (same && !isOld(before.get(), now)) {
            return before.get();
        }
        Directory next = sign(signer, same ? highest.sequence() : following.sequence(), now, entries);
        List<Entry> changed = new ArrayList<>();
        Set<String> removed = new HashSet<>();
        before.ifPresent(old -> removed.addAll(old.entries().keySet()));
        removed.removeAll(entries.keySet());
        entries.values().stream()
                .filter(entry -> before.isEmpty()
                        || !Objects.equals(before.get().entries().get(entry.id()), entry))
                .forEach(changed::add);
        store.publish(next, changed, removed);
        highest = next.version();
        current = next;
        own.keep(next);
        if (!same) {
            audit.record(AuditEvent.done("directory.published", "system")
                    .with("version", next.version().toString())
                    .with("changed", String.valueOf(changed.size()))
                    .with("removed", String.valueOf(removed.size())));
        }
        return next;
    }

    /** Never to sign this version or one before it: it was seen at members, as a restored hub may find. */
    public synchronized void continueAfter(DirectoryVersion seen) {
        current();
        if (seen.isAfter(highest)) {
            highest = seen;
        }
    }

    private Directory sign(DirectorySigner signer, long sequence, Instant now, TreeMap<String, Entry> entries) {
        try {
            return signer.directory(sequence, now, now.plus(config.life()), entries.values());
        } catch (DirectoryRefusedException wrong) {
            throw new IllegalStateException("The directory could not be made: " + wrong.sentence(), wrong);
        }
    }

    private boolean isOld(Directory directory, Instant now) {
        return !now.isBefore(directory.header().issued().plus(config.signedAgain()));
    }

    private synchronized Optional<Directory> load() {
        Directory known = current;
        Optional<byte[]> header = known == null ? store.header() : Optional.empty();
        if (header.isPresent()) {
            try {
                DirectoryReader reader = new DirectoryReader(
                        engine, mandate.anchor().orElseThrow(() -> new IllegalStateException("There is no root key.")));
                known = reader.stored(header.get(), store.entries());
                highest = known.version();
                current = known;
                own.keep(known);
            } catch (DirectoryRefusedException broken) {
                throw new IllegalStateException(
                        "The directory that this hub published cannot be read back: " + broken.sentence()
                                + " Restore the hub from its backup.",
                        broken);
            }
        }
        return Optional.ofNullable(known);
    }
}
