package network.constellation.peer.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryAnchor;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.Standing;
import network.constellation.protocol.directory.SuspensionList;

/**
 * What this process holds of one network at one moment. Immutable; what each call asks is worked out beforehand, in plain
 * numbers and one set, so that asking costs nothing.
 */
final class Held {
    /** After this the list no longer vouches for what changes something (protocol-security.md 3). */
    static final Duration LIST_LIFE = Duration.ofMinutes(15);
    /** How long a member may be without any directory, from joining or from the hub's word that it publishes none. */
    static final Duration GRACE = Duration.ofHours(72);

    private final String network;
    private final Optional<DirectoryAnchor> anchor;
    private final Optional<Directory> directory;
    private final Optional<SuspensionList> list;
    private final DirectoryVersion newest;
    private final Instant since;
    private final Set<String> cutOff;
    private final long expires;
    private final long listEnds;
    private final long listSequence;

    /**
     * @param newest the newest version that was ever accepted
     * @param since from when the grace without a directory counts
     */
    Held(
            String network,
            Optional<DirectoryAnchor> anchor,
            Optional<Directory> directory,
            Optional<SuspensionList> list,
            DirectoryVersion newest,
            Instant since) {
        this.network = network;
        this.anchor = anchor;
        this.directory = directory;
        this.list = list;
        this.newest = newest;
        this.since = since;
        this.cutOff = cutOff(directory, list);
        this.expires = directory
                .map(held -> held.header().expires())
                .orElse(since.plus(GRACE))
                .toEpochMilli();
        this.listEnds = list.map(SuspensionList::issued)
                .or(() -> directory.map(held -> held.header().issued()))
                .map(issued -> issued.plus(LIST_LIFE).toEpochMilli())
                .orElse(Long.MAX_VALUE);
        this.listSequence = list.map(SuspensionList::sequence).orElse(0L);
    }

    private static Set<String> cutOff(Optional<Directory> directory, Optional<SuspensionList> list) {
        Set<String> names = new HashSet<>();
        list.ifPresent(now -> now.suspended().keySet().forEach(site -> names.add(site.value())));
        directory.ifPresent(now -> now.members().stream()
                .filter(member -> member.standing() == Standing.SUSPENDED || member.standing() == Standing.REVOKED)
                .forEach(member -> names.add(member.wwwroot().value())));
        return Set.copyOf(names);
    }

    String network() {
        return network;
    }

    Optional<DirectoryAnchor> anchor() {
        return anchor;
    }

    Optional<Directory> directory() {
        return directory;
    }

    Optional<SuspensionList> list() {
        return list;
    }

    DirectoryVersion newest() {
        return newest;
    }

    /** The highest term seen in a directory or a list. */
    int term() {
        return Math.max(newest.term(), list.map(SuspensionList::term).orElse(0));
    }

    long listSequence() {
        return listSequence;
    }

    Instant since() {
        return since;
    }

    boolean cutsOff(Wwwroot site) {
        return cutOff.contains(site.value());
    }

    boolean isExpired(long millis) {
        return millis >= expires;
    }

    boolean isListStale(long millis) {
        return millis >= listEnds;
    }

    Instant expires() {
        return Instant.ofEpochMilli(expires);
    }

    /** From when the life of the directory counts: its issue, or the beginning of the grace without one. */
    Instant begun() {
        return directory.map(held -> held.header().issued()).orElse(since);
    }

    Held with(DirectoryAnchor pinned) {
        return new Held(network, Optional.of(pinned), directory, list, newest, since);
    }

    Held with(Directory next) {
        DirectoryVersion highest = next.version().isAfter(newest) ? next.version() : newest;
        return new Held(network, anchor, Optional.of(next), list, highest, since);
    }

    Held with(SuspensionList next) {
        return new Held(network, anchor, directory, Optional.of(next), newest, since);
    }

    Held withoutSince(Instant now) {
        return new Held(network, anchor, directory, list, newest, now);
    }
}
