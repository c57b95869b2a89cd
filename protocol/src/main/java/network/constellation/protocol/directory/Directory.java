package network.constellation.protocol.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a network in one version: verified, whole and immutable (docs/protocol/directory.md). Whether it is
 * still good at some instant says {@link DirectoryHeader#isExpired}.
 */
public final class Directory {
    static final String FORM = "constellation:directory-document:1";

    private final SignedHeader signed;
    private final SortedMap<String, Entry> entries;
    private final Map<Wwwroot, MemberEntry> members = new TreeMap<>();
    private final Map<Wwwroot, MemberEntry> aliases = new HashMap<>();
    private final SortedMap<Integer, SubNetworkEntry> subnetworks = new TreeMap<>();
    private final NetworkEntry network;

    private Directory(SignedHeader signed, SortedMap<String, Entry> entries) {
        this.signed = signed;
        this.entries = entries;
        @Nullable NetworkEntry whole = null;
        for (Entry entry : entries.values()) {
            switch (entry.kind()) {
                case MemberEntry.KIND -> {
                    MemberEntry member = MemberEntry.of(entry);
                    members.put(member.wwwroot(), member);
                }
                case SubNetworkEntry.KIND -> {
                    SubNetworkEntry subnetwork = SubNetworkEntry.of(entry);
                    subnetworks.put(subnetwork.number(), subnetwork);
                }
                case NetworkEntry.KIND -> whole = NetworkEntry.of(entry);
                default -> {
                    // Of a later version: carried, hashed, not understood.
                }
            }
        }
        members.values().forEach(member -> member.aliases().forEach(alias -> aliases.put(alias, member)));
        this.network = whole == null ? new NetworkEntry("", ServiceMatrix.NONE, new TreeMap<>()) : whole;
    }

    /** Puts a verified header and entries together. */
    static Directory of(SignedHeader signed, SortedMap<String, Entry> entries) throws DirectoryRefusedException {
        DirectoryHeader header = signed.header();
        if (entries.size() != header.entries() || !RootHash.fits(header, entries.values())) {
            throw new DirectoryRefusedException(
                    Refusal.MIXED_VERSIONS,
                    "The " + entries.size() + " entries are not those that version " + header.version() + " was signed"
                            + " for.");
        }
        try {
            return new Directory(signed, entries);
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("An entry", malformed);
        }
    }

    /** The same entries under a header that was signed later. */
    Directory under(SignedHeader later) throws DirectoryRefusedException {
        return of(later, entries);
    }

    public DirectoryHeader header() {
        return signed.header();
    }

    public DirectoryVersion version() {
        return header().version();
    }

    /** What alone proves which hub leads. */
    public SignedHeader signedHeader() {
        return signed;
    }

    /** The hub that leads, in this version. */
    public Wwwroot hub() {
        return header().hub();
    }

    /** By their addresses. */
    public Collection<MemberEntry> members() {
        return Collections.unmodifiableCollection(members.values());
    }

    /** By its address. */
    public Optional<MemberEntry> member(Wwwroot wwwroot) {
        return Optional.ofNullable(members.get(wwwroot));
    }

    /** By its address, or by one of its other addresses. */
    public Optional<MemberEntry> memberOrAlias(Wwwroot wwwroot) {
        return member(wwwroot).or(() -> Optional.ofNullable(aliases.get(wwwroot)));
    }

    /** By their numbers. */
    public Collection<SubNetworkEntry> subnetworks() {
        return Collections.unmodifiableCollection(subnetworks.values());
    }

    public Optional<SubNetworkEntry> subnetwork(int number) {
        return Optional.ofNullable(subnetworks.get(number));
    }

    /** The sub-networks in which both are; empty when one of them is no member. */
    public List<SubNetworkEntry> shared(Wwwroot one, Wwwroot other) {
        List<SubNetworkEntry> shared = new ArrayList<>();
        member(one)
                .ifPresent(first -> member(other)
                        .ifPresent(second -> first.subnetworks().stream()
                                .filter(second.subnetworks()::contains)
                                .forEach(number -> subnetwork(number).ifPresent(shared::add))));
        return shared;
    }

    public NetworkEntry network() {
        return network;
    }

    /** Every entry by its {@link Entry#id}, also those of kinds that are not understood. */
    public SortedMap<String, Entry> entries() {
        return Collections.unmodifiableSortedMap(entries);
    }

    /** The whole document, as it is stored, sent, and read by {@link DirectoryReader}. */
    public byte[] document() {
        return Packed.pack(new FieldWriter(FORM)
                .add(signed.encoded())
                .addAll(entries.values().stream().map(Entry::bytesShared).toList())
                .bytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Directory that && signed.equals(that.signed);
    }

    @Override
    public int hashCode() {
        return signed.hashCode();
    }

    @Override
    public String toString() {
        return "Directory[" + version() + ", " + members.size() + " members]";
    }
}
