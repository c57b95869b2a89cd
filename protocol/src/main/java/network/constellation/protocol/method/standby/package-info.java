/**
 * The methods between a hub and the site that stands by for it (docs/protocol/standby.md). Entry class
 * {@link network.constellation.protocol.method.standby.StandbyMethods}.
 */
@NullMarked
package network.constellation.protocol.method.standby;

import org.jspecify.annotations.NullMarked;
