package network.constellation.peer.usage;

import java.time.LocalDate;

/**
 * One kind of event on one day.
 *
 * @param peer address of the other site, empty where none is concerned
 * @param people how many different accounts were behind the events
 */
public record UsageDay(LocalDate day, UsageKind kind, String peer, long events, long people) {}
