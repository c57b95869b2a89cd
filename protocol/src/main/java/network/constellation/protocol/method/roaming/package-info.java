/**
 * The methods of single sign-on (mnet-wire.md 11.1), with their records. Entry class:
 * {@link network.constellation.protocol.method.roaming.RoamingMethods}.
 */
@NullMarked
package network.constellation.protocol.method.roaming;

import org.jspecify.annotations.NullMarked;
