package network.constellation.hub.subnets;

import java.util.List;
import network.constellation.keys.address.Wwwroot;

/**
 * How the links of one member stand, at both ends of each.
 *
 * @param ends all of them, also those that a removal ended
 */
public record MemberLinks(Wwwroot member, List<LinkEnd> ends) {
    public MemberLinks {
        ends = List.copyOf(ends);
    }

    static MemberLinks of(Wwwroot member, List<LinkEnd> ends) {
        return new MemberLinks(member, ends);
    }

    /** Ends that are not yet as wanted. */
    public long missing() {
        return ends.stream().filter(LinkEnd::isOpen).count();
    }

    /** Ends that are as wanted. */
    public long whole() {
        return ends.stream().filter(end -> end.state() == LinkEnd.State.LINKED).count();
    }

    /** In words: {@code joined, 2 links missing}. */
    public String sentence() {
        long leaving = ends.stream()
                .filter(end -> end.state() == LinkEnd.State.LEAVING)
                .count();
        long missing = missing() - leaving;
        long ended =
                ends.stream().filter(end -> end.state() == LinkEnd.State.ENDED).count();
        StringBuilder words = new StringBuilder(ended > 0 && whole() == 0 ? "removed" : "joined");
        append(words, missing, "missing");
        append(words, leaving, "to be withdrawn");
        append(words, ended, "ended");
        return words.toString();
    }

    private static void append(StringBuilder words, long count, String what) {
        if (count > 0) {
            words.append(", ")
                    .append(count)
                    .append(count == 1 ? " link " : " links ")
                    .append(what);
        }
    }
}
