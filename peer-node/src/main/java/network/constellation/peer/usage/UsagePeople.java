package network.constellation.peer.usage;

import java.time.LocalDate;

/**
 * How many different people did anything here on one day.
 *
 * @param own whose home is here
 * @param visitors who came from another site
 */
public record UsagePeople(LocalDate day, long own, long visitors) {}
