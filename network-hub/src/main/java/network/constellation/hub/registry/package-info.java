/**
 * Who belongs to the network: invitations, admissions, members. Uses founding and the peer's own list of peers. Entry
 * classes {@link network.constellation.hub.registry.Registry} to read,
 * {@link network.constellation.hub.registry.Invitations} to invite,
 * {@link network.constellation.hub.registry.Adoptions} for sites that no invitation reaches,
 * {@link network.constellation.hub.registry.Tags} for the words put on members, and
 * {@link network.constellation.hub.registry.Newcomers} for whoever wants to be told of an admission
 * ({@link network.constellation.hub.registry.MembersListener}: of any change).
 */
@NullMarked
package network.constellation.hub.registry;

import org.jspecify.annotations.NullMarked;
