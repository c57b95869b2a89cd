package network.constellation.peer.commands;

import java.util.Optional;
import network.constellation.peer.web.view.Badge;

/**
 * One operation as its page shows it.
 *
 * @param grant empty: not granted
 */
public record GrantLine(Operation operation, Optional<Grant> grant, Badge badge) {}
