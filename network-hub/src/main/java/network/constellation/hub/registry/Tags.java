package network.constellation.hub.registry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;

/**
 * Words that administrators put on members, to find them again: a region, a kind of school, a wave of a roll-out. They mean
 * nothing to the network. Lower case, 1 to 40 letters, digits, points, hyphens or underscores.
 */
@Singleton
public final class Tags {
    /** How many one member may have. */
    public static final int MOST = 20;

    private static final Pattern TAG = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{N}._-]{0,39}");

    private final TagsStore store;
    private final Registry registry;
    private final Audit audit;

    @Inject
    Tags(TagsStore store, Registry registry, Audit audit) {
        this.store = store;
        this.registry = registry;
        this.audit = audit;
    }

    /** Of every member that has any. */
    public Map<Wwwroot, SortedSet<String>> all() {
        return store.all();
    }

    public SortedSet<String> of(Wwwroot member) {
        return store.of(member);
    }

    /** Each tag with how many members have it. */
    public SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        all().values().forEach(tags -> tags.forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        return counts;
    }

    /**
     * Adds some and takes others away; what is there already, or is not, changes nothing.
     *
     * @return what the member has now
     * @throws IllegalArgumentException with a sentence; nothing was changed
     */
    public SortedSet<String> change(Wwwroot member, List<String> add, List<String> remove, String actor) {
        if (registry.find(member).isEmpty()) {
            throw new IllegalArgumentException(
                    member + " is not a member of this network; `hub peers` lists the members.");
        }
        SortedSet<String> before = of(member);
        SortedSet<String> after = new TreeSet<>(before);
        add.forEach(tag -> after.add(checked(tag)));
        remove.forEach(tag -> after.remove(tag.strip().toLowerCase(Locale.ROOT)));
        if (after.size() > MOST) {
            throw new IllegalArgumentException("A site has at most " + MOST + " tags.");
        }
        if (!after.equals(before)) {
            store.replace(
                    member,
                    after,
                    handle -> audit.record(
                            handle,
                            AuditEvent.done("member.tagged", actor)
                                    .peer(member.value())
                                    .with("tags", String.join(" ", after))));
        }
        return after;
    }

    private static String checked(String typed) {
        String tag = typed.strip().toLowerCase(Locale.ROOT);
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("\"" + typed.strip()
                    + "\" is no tag: write 1 to 40 letters, digits, points, hyphens or underscores.");
        }
        return tag;
    }
}
