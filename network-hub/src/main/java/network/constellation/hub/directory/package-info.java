/**
 * The signed directory of the network at its hub (docs/protocol/directory.md): root key and mandate, publishing, the
 * suspension list, and what members report of themselves. Uses {@link network.constellation.hub.founding.Founding},
 * {@link network.constellation.hub.registry.Registry}, {@link network.constellation.hub.fanout.Fanout} and, for the hub's
 * own site, {@link network.constellation.peer.directory.DirectoryAnchors} and
 * {@link network.constellation.peer.directory.NetworkDirectory}.
 * Cutting many members off needs a second person ({@link network.constellation.hub.approvals.Approvals}).
 * Entry classes {@link network.constellation.hub.directory.Publisher} for whoever changed something,
 * {@link network.constellation.hub.directory.Suspensions}, {@link network.constellation.hub.directory.MemberReports}; other
 * rooms of the hub add what they know as {@link network.constellation.hub.directory.NetworkShape} and
 * {@link network.constellation.hub.directory.AnnouncedKeys}.
 */
@NullMarked
package network.constellation.hub.directory;

import org.jspecify.annotations.NullMarked;
