package network.constellation.protocol.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.FieldReader;
import network.constellation.protocol.limits.DirectoryLimits;

/**
 * Takes directories, deltas and suspension lists from whoever hands them over, and refuses what is not to be believed
 * (docs/protocol/directory.md, "Checks"). Offline: it asks nobody.
 */
public final class DirectoryReader {
    private final CryptoEngine engine;
    private final DirectoryAnchor anchor;

    public DirectoryReader(CryptoEngine engine, DirectoryAnchor anchor) {
        this.engine = engine;
        this.anchor = anchor;
    }

    /**
     * A whole directory as it came.
     *
     * @param held the newest that was accepted so far
     * @return the new one; {@code held} itself when it is the same version and not signed later
     */
    public Directory received(byte[] document, Optional<Directory> held, Instant now) throws DirectoryRefusedException {
        Directory opened = open(document);
        checkTime(opened.signedHeader(), now);
        return notOlder(opened, held);
    }

    /** One that was accepted before and kept: its times are not looked at. */
    public Directory stored(byte[] document) throws DirectoryRefusedException {
        return open(document);
    }

    /** One that was accepted before and kept in its parts. */
    public Directory stored(byte[] header, Collection<byte[]> entries) throws DirectoryRefusedException {
        TreeMap<String, Entry> sorted = new TreeMap<>();
        for (byte[] each : entries) {
            Entry entry = Entry.decode(each);
            sorted.put(entry.id(), entry);
        }
        return Directory.of(header(header), sorted);
    }

    /** What {@code held} becomes by a delta. */
    public Directory merged(byte[] encoded, Directory held, Instant now) throws DirectoryRefusedException {
        DirectoryDelta delta = DirectoryDelta.decode(encoded);
        SignedHeader signed = header(delta.header());
        checkTime(signed, now);
        if (!delta.base().equals(held.version())) {
            throw new DirectoryRefusedException(
                    Refusal.WRONG_BASE,
                    "The delta belongs to version " + delta.base() + "; held is " + held.version() + ".");
        }
        checkNotOlder(signed.header(), held);
        if (signed.header().version().equals(held.version())) {
            return signed.header().issued().isAfter(held.header().issued()) ? held.under(signed) : held;
        }
        TreeMap<String, Entry> entries = new TreeMap<>(held.entries());
        delta.removed().forEach(entries::remove);
        for (byte[] changed : delta.changed()) {
            Entry entry = Entry.decode(changed);
            entries.put(entry.id(), entry);
        }
        return Directory.of(signed, entries);
    }

    /** The header of a whole directory, as {@link #header}; what it covers is not looked at. */
    public SignedHeader headerOf(byte[] document) throws DirectoryRefusedException {
        try {
            return header(new FieldReader(Packed.unpack(document), Directory.FORM).bytes());
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("The directory", malformed);
        }
    }

    /** A header alone, verified but for its time: proves who leads in which term. */
    public SignedHeader header(byte[] encoded) throws DirectoryRefusedException {
        checkSize(encoded);
        return SignedHeader.open(engine, anchor, encoded);
    }

    /**
     * A suspension list as it came.
     *
     * @param held the newest that was accepted so far
     * @param term the highest seen in a directory or list
     * @return the new one; {@code held} itself when it tells no more
     */
    public SuspensionList suspensions(byte[] encoded, Optional<SuspensionList> held, int term, Instant now)
            throws DirectoryRefusedException {
        SuspensionList list = SuspensionList.open(engine, anchor, encoded);
        checkTime(list.delegation(), list.issued(), list.expires(), now);
        if (list.term() < term) {
            throw staleTerm(list.term(), term);
        }
        if (held.isEmpty()) {
            return list;
        }
        SuspensionList known = held.get();
        int order = list.version().compareTo(known.version());
        if (order < 0) {
            throw new DirectoryRefusedException(
                    Refusal.ROLL_BACK,
                    "The suspension list has number " + list.version() + "; " + known.version() + " was seen already.");
        }
        if (order == 0 && !list.suspended().equals(known.suspended())) {
            throw new DirectoryRefusedException(
                    Refusal.CONFLICTING, "There are two suspension lists with number " + list.version() + ".");
        }
        return list.isNewerThan(known) ? list : known;
    }

    /** One that was accepted before and kept: its times are not looked at. */
    public SuspensionList storedSuspensions(byte[] encoded) throws DirectoryRefusedException {
        return SuspensionList.open(engine, anchor, encoded);
    }

    private Directory open(byte[] document) throws DirectoryRefusedException {
        try {
            FieldReader in = new FieldReader(Packed.unpack(document), Directory.FORM);
            byte[] encodedHeader = in.bytes();
            SignedHeader signed = header(encodedHeader);
            List<byte[]> encoded = in.all(DirectoryLimits.ENTRIES);
            in.end();
            TreeMap<String, Entry> entries = new TreeMap<>();
            for (byte[] each : encoded) {
                Entry entry = Entry.decode(each);
                if (!entries.isEmpty() && entries.lastKey().compareTo(entry.id()) >= 0) {
                    throw DirectoryRefusedException.malformed("The entries are not in their order, each once.");
                }
                entries.put(entry.id(), entry);
            }
            return Directory.of(signed, entries);
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("The directory", malformed);
        }
    }

    private static Directory notOlder(Directory opened, Optional<Directory> held) throws DirectoryRefusedException {
        if (held.isEmpty()) {
            return opened;
        }
        checkNotOlder(opened.header(), held.get());
        boolean newer = opened.version().isAfter(held.get().version())
                || opened.header().issued().isAfter(held.get().header().issued());
        return newer ? opened : held.get();
    }

    private static void checkNotOlder(DirectoryHeader header, Directory held) throws DirectoryRefusedException {
        DirectoryVersion known = held.version();
        if (header.version().term() < known.term()) {
            throw staleTerm(header.version().term(), known.term());
        }
        if (known.isAfter(header.version())) {
            throw new DirectoryRefusedException(
                    Refusal.ROLL_BACK,
                    "The directory has version " + header.version() + "; " + known + " was seen already.");
        }
        if (header.version().equals(known) && !header.sameContent(held.header())) {
            throw new DirectoryRefusedException(
                    Refusal.CONFLICTING, "There are two directories with version " + known + ".");
        }
    }

    private static DirectoryRefusedException staleTerm(int term, int known) {
        return new DirectoryRefusedException(
                Refusal.STALE_TERM, "It was signed in term " + term + "; the network is in term " + known + ".");
    }

    private static void checkTime(SignedHeader signed, Instant now) throws DirectoryRefusedException {
        DirectoryHeader header = signed.header();
        checkTime(signed.delegation(), header.issued(), header.expires(), now);
    }

    private static void checkTime(Delegation delegation, Instant issued, Instant expires, Instant now)
            throws DirectoryRefusedException {
        if (issued.isAfter(now.plus(DirectoryLimits.SKEW))) {
            throw new DirectoryRefusedException(
                    Refusal.NOT_YET_VALID, "It was issued on " + issued + ", and it is " + now + " here.");
        }
        if (!now.isBefore(expires)) {
            throw new DirectoryRefusedException(
                    Refusal.EXPIRED, "It was good until " + expires + ", and it is " + now + " here.");
        }
        if (!now.isBefore(delegation.notAfter())) {
            throw new DirectoryRefusedException(
                    Refusal.STALE_DELEGATION,
                    "The root key let " + delegation.hub() + " sign until " + delegation.notAfter() + ".");
        }
    }

    private static void checkSize(byte[] document) throws DirectoryRefusedException {
        if (document.length > DirectoryLimits.DOCUMENT_BYTES) {
            throw new DirectoryRefusedException(
                    Refusal.OVERSIZE,
                    "It has " + document.length + " bytes; the most is " + DirectoryLimits.DOCUMENT_BYTES + ".");
        }
    }
}
