/**
 * What each site lets this hub order, as the site told it last: operations, bounds and ends (network-admin.md 10,
 * item 9). The site decides; the hub asks and remembers. Uses {@link network.constellation.hub.registry.Registry} and
 * the operations' names of {@link network.constellation.peer.commands.Grants}. Entry class
 * {@link network.constellation.hub.grants.SiteGrants}.
 */
@NullMarked
package network.constellation.hub.grants;

import org.jspecify.annotations.NullMarked;
