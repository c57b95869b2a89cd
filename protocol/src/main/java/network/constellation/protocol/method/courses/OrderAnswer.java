package network.constellation.protocol.method.courses;

import java.util.List;
import java.util.Optional;

/**
 * Where an order stands.
 *
 * @param state {@link #ACCEPTED}, {@link #WORKING}, {@link #DONE}, {@link #REFUSED} or {@link #FAILED}
 * @param findings what speaks for or against it
 * @param percent how far the work is
 * @param note the present step, or why it failed
 * @param course number of the course at the receiver, 0 for none yet
 * @param url of that course
 * @param entry what the holder offers, in its answer to a request
 * @param holderCourse number of the course at the holder, in the same
 */
public record OrderAnswer(
        String state,
        List<Finding> findings,
        long percent,
        String note,
        long course,
        String url,
        Optional<CatalogEntry> entry,
        long holderCourse) {
    public static final String ACCEPTED = "accepted";
    public static final String WORKING = "working";
    public static final String DONE = "done";
    public static final String REFUSED = "refused";
    public static final String FAILED = "failed";

    public OrderAnswer {
        findings = List.copyOf(findings);
    }

    /**
     * One thing that was looked at.
     *
     * @param code a short word, such as {@code rights}
     * @param weight {@code stop}, {@code warning} or {@code fine}
     * @param sentence in English
     */
    public record Finding(String code, String weight, String sentence) {}

    public static OrderAnswer of(String state, List<Finding> findings, String note) {
        return new OrderAnswer(state, findings, 0, note, 0, "", Optional.empty(), 0);
    }
}
