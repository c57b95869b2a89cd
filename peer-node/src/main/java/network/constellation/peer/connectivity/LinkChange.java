package network.constellation.peer.connectivity;

import java.time.Instant;

/**
 * That a link got into another state.
 *
 * @param former what was found before: {@code well} or the key of a finding
 * @param word what was found twice in a row, or {@code well}
 */
public record LinkChange(Instant at, String peer, String former, String word, String detail) {}
