/**
 * Who belongs to the network: invitations, admissions, members. Uses founding and the peer's own list of peers. Entry
 * classes {@link network.constellation.hub.registry.Registry} and
 * {@link network.constellation.hub.registry.Admissions}.
 */
@NullMarked
package network.constellation.hub.registry;

import org.jspecify.annotations.NullMarked;
