package network.constellation.hub.standby;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an administrator sees of who leads and who could.
 *
 * @param hub whom this site stands by for; empty elsewhere
 * @param standby who stands by for this hub
 * @param term in which this site signs, or would
 * @param until when its right to do so ends
 * @param copied when the copy here was the newest
 * @param holds how much of what the copy here holds
 * @param notes what the promotion of this site has left to say
 * @param administrators who may promote this site, by name
 * @param two whether two of them are needed
 */
public record StandbyState(
        Role role,
        String hub,
        Optional<StandbyView> standby,
        int term,
        Optional<Instant> until,
        Optional<Instant> copied,
        Map<String, Integer> holds,
        List<String> notes,
        List<String> untold,
        int fencedBy,
        String frozen,
        List<String> administrators,
        boolean two) {
    /** A copy that is older than this is late: it is fetched each minute. */
    public static final Duration LATE = Duration.ofMinutes(10);

    /** What this site is at the moment. */
    public enum Role {
        /** It leads, and nobody could take over. */
        ALONE,
        /** It leads, and another site stands by. */
        LEADS,
        FENCED,
        FROZEN,
        /** A promotion has begun and not ended. */
        UNFINISHED,
        STANDS_BY,
        /** Made to stand by, and appointed by no hub yet. */
        NOT_APPOINTED;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the copy, there or here, has not been renewed lately. */
    public boolean isLate(Instant now) {
        Optional<Instant> renewed = role == Role.STANDS_BY ? copied : standby.flatMap(StandbyView::fetched);
        return renewed.filter(at -> now.isBefore(at.plus(LATE))).isEmpty();
    }
}
