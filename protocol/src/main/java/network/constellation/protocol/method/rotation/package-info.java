/**
 * The methods by which a hub leads the rotation of its members' keys, and members rehearse it among themselves
 * (network-admin.md 2.4, 9 B and 10, item 12). Entry class
 * {@link network.constellation.protocol.method.rotation.RotationMethods}.
 */
@NullMarked
package network.constellation.protocol.method.rotation;

import org.jspecify.annotations.NullMarked;
