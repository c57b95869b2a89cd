package network.constellation.protocol.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.protocol.directory.strategy.LinkParty;
import network.constellation.protocol.directory.strategy.Policy;
import network.constellation.protocol.directory.strategy.ServiceStrategy;

/**
 * A site of the network as its hub knows it; the hub is one too.
 *
 * @param name for people
 * @param application {@code constellation}, {@code moodle} or {@code mahara}
 * @param current the keys that are good now
 * @param next keys that were announced and are not good yet
 * @param revokedThrough keys of this generation and before are never good again; 0: none was revoked
 * @param software name and version as the member last said; empty when unknown
 * @param policy how far it is linked
 * @param strategy how its services follow
 * @param subnetworks numbers, ascending
 * @param aliases other addresses of the same site
 * @param joinOrder grows with each admission
 * @param readsDirectory false for a site of the originals, which is told by other means
 * @param more what later versions add, by name
 */
public record MemberEntry(
        Wwwroot wwwroot,
        String name,
        String application,
        Standing standing,
        MemberKeys current,
        Optional<MemberKeys> next,
        int revokedThrough,
        String software,
        Policy policy,
        ServiceStrategy strategy,
        List<Integer> subnetworks,
        List<Wwwroot> aliases,
        long joinOrder,
        boolean readsDirectory,
        SortedMap<String, String> more) {
    /** The kind of its entry. */
    public static final String KIND = "member";

    private static final String CONSTELLATION = "constellation";
    private static final String FORM = "constellation:directory-member:1";

    public MemberEntry {
        subnetworks = List.copyOf(new TreeSet<>(subnetworks));
        aliases = List.copyOf(new TreeSet<>(aliases));
        more = Collections.unmodifiableSortedMap(new TreeMap<>(more));
    }

    /** An active member with what is usual; the rest by the {@code with} methods. */
    public static MemberEntry of(
            Wwwroot wwwroot, String name, String application, MemberKeys current, Collection<Integer> subnetworks) {
        return new MemberEntry(
                wwwroot,
                name,
                application,
                Standing.ACTIVE,
                current,
                Optional.empty(),
                0,
                "",
                Policy.of(subnetworks),
                ServiceStrategy.SUBNETWORK,
                List.copyOf(subnetworks),
                List.of(),
                0,
                CONSTELLATION.equals(application),
                new TreeMap<>());
    }

    /** The name that its entry would bear. */
    public static String id(Wwwroot wwwroot) {
        return KIND + " " + wwwroot.value();
    }

    public int generation() {
        return current.generation();
    }

    /** Whether it may be called and may call. */
    public boolean isActive() {
        return standing == Standing.ACTIVE;
    }

    /** As one end of a link. */
    public LinkParty party() {
        return new LinkParty(wwwroot, joinOrder, strategy, CONSTELLATION.equals(application));
    }

    public MemberEntry withStanding(Standing other) {
        return new MemberEntry(
                wwwroot,
                name,
                application,
                other,
                current,
                next,
                revokedThrough,
                software,
                policy,
                strategy,
                subnetworks,
                aliases,
                joinOrder,
                readsDirectory,
                more);
    }

    public MemberEntry withKeys(MemberKeys present, Optional<MemberKeys> announced, int revoked) {
        return new MemberEntry(
                wwwroot,
                name,
                application,
                standing,
                present,
                announced,
                revoked,
                software,
                policy,
                strategy,
                subnetworks,
                aliases,
                joinOrder,
                readsDirectory,
                more);
    }

    public Entry entry() {
        FieldWriter out = new FieldWriter(FORM)
                .add(name)
                .add(application)
                .add(standing.label())
                .add(current.encoded())
                .add(next.map(MemberKeys::encoded).orElseGet(() -> new byte[0]))
                .add(revokedThrough)
                .add(software)
                .add(policy.label())
                .add(strategy.label());
        Fields.numbers(out, subnetworks);
        Fields.texts(out, aliases.stream().map(Wwwroot::value).toList());
        out.add(joinOrder).add(readsDirectory ? 1 : 0);
        Fields.map(out, more);
        return Entry.of(KIND, wwwroot.value(), out.bytes());
    }

    /** @throws IllegalArgumentException when it is no entry of a member */
    static MemberEntry of(Entry entry) {
        FieldReader in = new FieldReader(entry.body(), FORM);
        MemberEntry member = new MemberEntry(
                Wwwroot.of(entry.key()),
                Fields.text(in),
                Fields.text(in),
                Standing.ofLabel(in.text()),
                MemberKeys.decode(in.bytes()),
                Optional.of(in.bytes()).filter(keys -> keys.length > 0).map(MemberKeys::decode),
                in.number(Integer.MAX_VALUE),
                Fields.text(in),
                Policy.ofLabel(in.text()),
                ServiceStrategy.ofLabel(in.text()),
                Fields.numbers(in),
                Fields.texts(in).stream().map(Wwwroot::of).toList(),
                in.number(),
                Fields.flag(in),
                Fields.map(in));
        in.end();
        return member;
    }
}
