/**
 * The birth of a network: its id and name, held by the hub that founded it. Everything in the hub may ask
 * {@link network.constellation.hub.founding.Founding} whether there is a network;
 * {@link network.constellation.hub.founding.HubTenant} finds the hub among the tenants of a node, and
 * {@link network.constellation.hub.founding.HubCommand} is what verbs on it extend. A room that makes something of its own
 * for a new network is an {@link network.constellation.hub.founding.AfterFounding}; one that hands something on to a standby
 * hub, an {@link network.constellation.hub.founding.Inheritance}.
 */
@NullMarked
package network.constellation.hub.founding;

import org.jspecify.annotations.NullMarked;
