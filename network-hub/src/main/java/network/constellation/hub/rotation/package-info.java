/**
 * Rotation of keys, led by the hub (network-admin.md 2.4, 9 B and 10, item 12): prepare, rehearse, activate with
 * overlap, retire; of one member, a sub-network, the whole network and the hub itself; and the revocation of stolen keys.
 * Entry classes {@link network.constellation.hub.rotation.Rotations} and
 * {@link network.constellation.hub.rotation.Revocations}. Uses
 * {@link network.constellation.hub.founding.Founding},
 * {@link network.constellation.hub.founding.Inheritance},
 * {@link network.constellation.hub.registry.Registry},
 * {@link network.constellation.hub.subnets.SubNetworks},
 * {@link network.constellation.hub.approvals.Approvals},
 * {@link network.constellation.hub.api.ApiRoom},
 * {@link network.constellation.hub.directory.Publisher},
 * {@link network.constellation.hub.directory.AnnouncedKeys},
 * {@link network.constellation.peer.rotation.OwnRotation},
 * {@link network.constellation.peer.rotation.Rehearsal},
 * {@link network.constellation.peer.rotation.NetworkKeys} and
 * {@link network.constellation.peer.rotation.KeyNotebook}.
 */
@NullMarked
package network.constellation.hub.rotation;

import org.jspecify.annotations.NullMarked;
