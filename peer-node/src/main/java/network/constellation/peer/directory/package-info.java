/**
 * The signed directory and the suspension list of the networks that tenants of this process belong to
 * (docs/protocol/directory-members.md): asked for each minute, verified, kept across restarts, followed by
 * the rooms that care, and the ground on which peers are refused when it grows too old or names them. Entry classes
 * {@link network.constellation.peer.directory.NetworkDirectory} to read,
 * {@link network.constellation.peer.directory.DirectoryAnchors} to begin and end, and
 * {@link network.constellation.peer.directory.DirectoryListener} to follow. Infrastructure: may use {@code peers},
 * {@code outbound}, {@code dispatch}, {@code jobs} and whatever lies beneath.
 */
@NullMarked
package network.constellation.peer.directory;

import org.jspecify.annotations.NullMarked;
