package network.constellation.protocol.method.connectivity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one site found when it looked at its link to another.
 *
 * @param peer wwwroot of the other
 * @param at when it looked, by its own clock
 * @param since since when the link is in the state that {@link #worst} tells, by its own clock
 * @param times how often in a row it was found so
 * @param latency of the ping in milliseconds; negative: none was answered
 * @param version of the other's software; empty: unknown
 */
public record LinkCheck(
        String peer, Instant at, Instant since, long times, long latency, String version, List<PartResult> parts) {
    /** So often in a row trouble is found before anybody is told. */
    public static final int CONFIRMED = 2;

    public LinkCheck {
        parts = List.copyOf(parts);
    }

    public Grade grade() {
        return worst().map(PartResult::grade).orElse(Grade.GOOD);
    }

    /** What is wrong: the first part that is bad, else the first that wants attention. */
    public Optional<PartResult> worst() {
        return parts.stream()
                .filter(part -> part.grade().isTrouble())
                .min(Comparator.comparing((PartResult part) -> part.grade() == Grade.BAD ? 0 : 1)
                        .thenComparing(PartResult::part));
    }

    /** The finding's key, {@code well} where nothing is wrong. */
    public String word() {
        return worst().map(PartResult::key).orElse("well");
    }

    public PartResult part(Part wanted) {
        return parts.stream()
                .filter(found -> found.part() == wanted)
                .findFirst()
                .orElse(PartResult.unknown(wanted));
    }

    /** All parts in their order. */
    public List<PartResult> all() {
        return Arrays.stream(Part.values()).map(this::part).toList();
    }

    /** The same as it follows upon what was found before. */
    public LinkCheck after(LinkCheck before) {
        boolean goesOn = isSame(word(), before.word());
        return new LinkCheck(
                peer, at, goesOn ? before.since : at, goesOn ? before.times + 1 : 1, latency, version, parts);
    }

    /** Whether two states are one to people: a site that is down is now refused, now silent. */
    public static boolean isSame(String one, String other) {
        return one.equals(other) || (isSilence(one) && isSilence(other));
    }

    /** Whether a state means that the other is not reached. */
    public static boolean isSilence(String word) {
        return word.startsWith("dns.") || word.startsWith("connect.") || word.equals("call.silent");
    }

    /** Trouble that was found twice in a row: no chance any more. */
    public boolean isConfirmedTrouble() {
        return grade().isTrouble() && times >= CONFIRMED;
    }
}
