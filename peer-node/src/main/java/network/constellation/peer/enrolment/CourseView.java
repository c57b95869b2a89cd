package network.constellation.peer.enrolment;

import java.time.Instant;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Badge;

/**
 * What the page of a course elsewhere shows.
 *
 * @param standing one sentence: what the reader can do, or why not and whom to ask
 * @param link path at this site that leads to the course there
 * @param asked when its site was last asked
 */
public record CourseView(
        Offer offer,
        String site,
        Badge badge,
        Message standing,
        boolean open,
        boolean enrolled,
        String link,
        Instant asked) {}
