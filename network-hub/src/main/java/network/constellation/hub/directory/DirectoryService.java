package network.constellation.hub.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.directory.PublishedStore.Change;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryDelta;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.Entry;
import network.constellation.protocol.directory.SuspensionList;
import network.constellation.protocol.method.directory.DirectoryAnswer;
import network.constellation.protocol.method.directory.DirectoryAnswer.Kind;
import network.constellation.protocol.method.directory.DirectoryMethods;
import network.constellation.protocol.method.directory.DirectoryQuestion;

/** Answers {@code constellation/directory/fetch}: what the asking member lacks, and nothing more. */
@Singleton
final class DirectoryService {
    private static final int KEPT = 16;

    private final Registry registry;
    private final Publisher publisher;
    private final PublishedStore store;
    private final Suspensions suspensions;
    private final Mandate mandate;
    private final Leadership leadership;
    private final MemberReports reports;
    private final HubDirectoryConfig config;
    private final Map<String, byte[]> documents = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    @Inject
    DirectoryService(
            Registry registry,
            Publisher publisher,
            PublishedStore store,
            Suspensions suspensions,
            Mandate mandate,
            Leadership leadership,
            MemberReports reports,
            HubDirectoryConfig config) {
        this.registry = registry;
        this.publisher = publisher;
        this.store = store;
        this.suspensions = suspensions;
        this.mandate = mandate;
        this.leadership = leadership;
        this.reports = reports;
        this.config = config;
    }

    DirectoryAnswer fetch(CallContext context, DirectoryQuestion question) {
        Wwwroot member = context.peer().wwwroot();
        if (registry.find(member)
                .filter(known -> known.state() != Member.State.REMOVED)
                .isEmpty()) {
            throw new Fault(DirectoryMethods.NOT_MEMBER, "This site is not a member of the network.");
        }
        suspensions.upkeep();
        Directory current = publisher
                .fresh()
                .filter(published -> leadership.leads())
                .orElseThrow(() ->
                        new Fault(DirectoryMethods.NOT_LEADING, "This site does not lead the network at present."));
        reports.heard(member, question, context.at());
        DirectoryVersion base = isAnother(current, question) ? DirectoryVersion.NONE : question.held();
        Optional<byte[]> document = lacking(current, base, question.issued());
        return new DirectoryAnswer(
                document.isEmpty() ? Kind.SAME : isDelta(current, base) ? Kind.DELTA : Kind.FULL,
                document,
                suspensions.list().filter(list -> isNewer(list, question)).map(SuspensionList::encoded),
                question.anchored() ? Optional.empty() : mandate.signedFor(member),
                (int) config.refresh().toSeconds());
    }

    /** The same number on other entries: whoever holds such a one must see ours, to freeze (protocol-security.md 3, hubs). */
    private static boolean isAnother(Directory current, DirectoryQuestion question) {
        return question.held().equals(current.version())
                && question.content()
                        .filter(held -> !Digests.equal(held, current.header().rootHash()))
                        .isPresent();
    }

    private Optional<byte[]> lacking(Directory current, DirectoryVersion held, Instant issued) {
        boolean upToDate =
                held.equals(current.version()) && !current.header().issued().isAfter(issued);
        return upToDate ? Optional.empty() : Optional.of(document(current, held));
    }

    /** The same for all that hold the same, so the last few are kept. */
    private byte[] document(Directory current, DirectoryVersion held) {
        DirectoryVersion base = isDelta(current, held) ? held : DirectoryVersion.NONE;
        Instant issued = current.header().issued();
        String key = base + " " + current.version() + " " + issued.getEpochSecond();
        synchronized (documents) {
            return documents.computeIfAbsent(
                    key, missing -> isDelta(current, base) ? delta(current, base) : current.document());
        }
    }

    /** Whoever holds more than this hub, or nothing, gets the whole. */
    private static boolean isDelta(Directory current, DirectoryVersion held) {
        return !held.equals(DirectoryVersion.NONE) && !held.isAfter(current.version());
    }

    private byte[] delta(Directory current, DirectoryVersion base) {
        List<Change> changes = base.equals(current.version()) ? List.of() : store.since(base);
        Map<String, Entry> entries = current.entries();
        // What was published since the question was looked at is in the store and not in this version: taken from here.
        List<Entry> changed = changes.stream()
                .filter(change -> entries.containsKey(change.id()))
                .map(change -> entries.get(change.id()))
                .toList();
        List<String> removed = changes.stream()
                .map(Change::id)
                .filter(id -> !entries.containsKey(id))
                .toList();
        return DirectoryDelta.of(base, current.signedHeader(), changed, removed).encoded();
    }

    private static boolean isNewer(SuspensionList list, DirectoryQuestion question) {
        return list.sequence() > question.suspensionSequence() || list.issued().isAfter(question.suspensionIssued());
    }
}
