/**
 * The hub: a tenant with more rooms. Entry classes {@link network.constellation.hub.HubModule} and
 * {@link network.constellation.hub.HubRooms}.
 */
@NullMarked
package network.constellation.hub;

import org.jspecify.annotations.NullMarked;
