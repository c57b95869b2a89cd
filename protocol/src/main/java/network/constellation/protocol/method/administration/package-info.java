/**
 * What a hub orders at its peers, by the originals' names and shapes (network-admin.md 3): JSON text inside an XML-RPC
 * string, a caller structure in front. Entry class
 * {@link network.constellation.protocol.method.administration.AdminMethods}.
 */
@NullMarked
package network.constellation.protocol.method.administration;

import org.jspecify.annotations.NullMarked;
