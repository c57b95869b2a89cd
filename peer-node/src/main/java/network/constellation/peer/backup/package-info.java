/**
 * Backup of a running node into one file, and its restore into an empty folder, also from one sort of database to the
 * other. May use {@code store}, {@code tenant}, {@code audit}; entry classes
 * {@link network.constellation.peer.backup.Backup} and {@link network.constellation.peer.backup.Restore}.
 */
@NullMarked
package network.constellation.peer.backup;

import org.jspecify.annotations.NullMarked;
