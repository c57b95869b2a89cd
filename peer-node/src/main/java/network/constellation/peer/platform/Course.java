package network.constellation.peer.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * A course of this site.
 *
 * @param summary HTML as its author wrote it: never shown without cleaning
 * @param category id of its shelf
 */
public record Course(
        long id,
        String shortname,
        String fullname,
        String idNumber,
        String summary,
        boolean visible,
        long category,
        int sortOrder,
        Optional<Instant> start,
        Optional<Instant> end,
        Instant created,
        Instant modified) {}
