/**
 * What passes between a hub and a site that wants to join: {@link network.constellation.protocol.admission.Invitation}
 * and the signed admission request (docs/protocol/bootstrap.md). Pure: bytes, keys and instants.
 */
@NullMarked
package network.constellation.protocol.admission;

import org.jspecify.annotations.NullMarked;
