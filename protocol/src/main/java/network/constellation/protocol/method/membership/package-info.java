/**
 * The methods by which a site joins a network and is introduced to its members (docs/protocol/bootstrap.md). Declared
 * here because hub and site are each other's client and server. Entry class
 * {@link network.constellation.protocol.method.membership.MembershipMethods}.
 */
@NullMarked
package network.constellation.protocol.method.membership;

import org.jspecify.annotations.NullMarked;
