package network.constellation.hub.orders;

import network.constellation.peer.web.view.Badge;

/** Sites of an order with the same state and the same difference. */
public record OrderGroup(long sites, Badge badge, String before, String after) {}
