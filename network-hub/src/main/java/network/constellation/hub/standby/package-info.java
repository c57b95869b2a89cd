/**
 * A second hub (docs/protocol/standby.md): it receives the hub's state, can be promoted by one command, and the hub that
 * comes back is fenced by terms and a lease. Uses {@link network.constellation.hub.founding.Founding},
 * {@link network.constellation.hub.founding.Inheritance}, {@link network.constellation.peer.accounts.AdministratorCopies},
 * {@link network.constellation.hub.registry.Registry}, {@link network.constellation.hub.fanout.Fanout},
 * {@link network.constellation.hub.subnets.Members}, {@link network.constellation.peer.directory.DirectoryListener},
 * {@link network.constellation.hub.approvals.Administrators}, {@link network.constellation.hub.directory.Mandate},
 * {@link network.constellation.hub.directory.Publisher}, {@link network.constellation.hub.directory.Suspensions},
 * {@link network.constellation.hub.directory.Leadership}, {@link network.constellation.peer.backup.TableCopyStore},
 * {@link network.constellation.peer.directory.NetworkDirectory} and {@link network.constellation.peer.subnets.Membership}.
 * Entry classes {@link network.constellation.hub.standby.Standby} at the hub,
 * {@link network.constellation.hub.standby.Promotion} at the standby, {@link network.constellation.hub.standby.Lease} at both.
 */
@NullMarked
package network.constellation.hub.standby;

import org.jspecify.annotations.NullMarked;
