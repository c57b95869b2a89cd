package network.constellation.peer.usage;

import java.time.LocalDate;

/**
 * How often something happened in one hour of one day of the site's time zone.
 *
 * @param hour 0 to 23
 * @param peer address of the other site, empty where none is concerned
 */
public record UsageCount(LocalDate day, int hour, UsageKind kind, String peer, long events) {}
