/**
 * Finding a person in the network (network-admin.md 6.5): the hub asks each site for accounts and live sessions. Declared
 * here because hub and site are each other's client and server. Entry class
 * {@link network.constellation.protocol.method.whereis.WhereisMethods}.
 */
@NullMarked
package network.constellation.protocol.method.whereis;

import org.jspecify.annotations.NullMarked;
