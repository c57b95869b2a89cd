/**
 * Orders: an operation at many sites at once, planned as differences, applied as durable work with one row for each site,
 * rolled back to every former value (network-admin.md 4 and 10). One class for each command. Uses the registry,
 * sub-networks, what {@code peer.commands} answers, and for reading by SQL a second person
 * ({@link network.constellation.hub.approvals.Approvals}). Handed on as {@link network.constellation.hub.founding.Inheritance}.
 * Entry classes
 * {@link network.constellation.hub.orders.Orders} and
 * {@link network.constellation.hub.orders.RoleState}, a role sheet as orders carry it.
 */
@NullMarked
package network.constellation.hub.orders;

import org.jspecify.annotations.NullMarked;
