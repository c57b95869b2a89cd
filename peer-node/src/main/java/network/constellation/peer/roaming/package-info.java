/**
 * Single sign-on between sites (mnet-wire.md 11.1), in both roles: as identity provider it sends its users on a jump and
 * vouches for them, as service provider it lets them land. Both ends remember who is where, so that a logout, a suspended
 * account or a suspended peer ends sessions everywhere.
 *
 * <p>May use {@code keys}, {@code protocol}, the infrastructure rooms, and the doors of {@code peers}, {@code platform}
 * and {@code accounts}. Entry classes for others: {@link network.constellation.peer.roaming.Destinations} (where may this
 * person go), {@link network.constellation.peer.roaming.JumpSessions} (who of ours is abroad) and
 * {@link network.constellation.peer.roaming.LandedSessions} (who is here from elsewhere),
 * {@link network.constellation.peer.roaming.VisitorAccounts} (their accounts) and
 * {@link network.constellation.peer.roaming.RemoteCourses} (courses of ours elsewhere).
 */
@NullMarked
package network.constellation.peer.roaming;

import org.jspecify.annotations.NullMarked;
