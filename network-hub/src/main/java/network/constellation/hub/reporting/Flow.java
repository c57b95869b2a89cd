package network.constellation.hub.reporting;

import java.util.OptionalLong;

/**
 * How often users of one site arrived at another.
 *
 * @param from address of the users' home
 * @param count empty: withheld
 * @param atLeast a part of it was withheld, or the days of the site that counted are not all there
 * @param countedBy name of the site whose figure it is: the home, or the one of arrival where the home's are missing
 */
public record Flow(
        String from,
        String fromName,
        String to,
        String toName,
        OptionalLong count,
        boolean atLeast,
        String countedBy) {}
