/**
 * The declaration of each network method and service: {@link network.constellation.protocol.method.NetworkMethod}.
 */
@NullMarked
package network.constellation.protocol.method;

import org.jspecify.annotations.NullMarked;
