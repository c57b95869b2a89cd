/**
 * By what sites ask each other whether all is well between them, and a hub what they found (network-admin.md 10, item
 * 13). Entry class {@link network.constellation.protocol.method.connectivity.ConnectivityMethods}.
 */
@NullMarked
package network.constellation.protocol.method.connectivity;

import org.jspecify.annotations.NullMarked;
