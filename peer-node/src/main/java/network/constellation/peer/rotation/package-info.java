/**
 * Rotation of keys at a member: makes, reports, rehearses, activates and gives up its own generations when the hub leads
 * (network-admin.md 2.4 and 9 B), and keeps what the network told of the keys of others, so that a message signed with
 * an announced generation verifies at once and a revoked one never. Uses peers, outbound, dispatch, jobs
 * and the directory ({@link network.constellation.peer.directory.DirectoryListener}). Entry classes
 * {@link network.constellation.peer.rotation.OwnRotation}, {@link network.constellation.peer.rotation.Rehearsal} and
 * {@link network.constellation.peer.rotation.KeyNotebook}.
 */
@NullMarked
package network.constellation.peer.rotation;

import org.jspecify.annotations.NullMarked;
