/**
 * The people of this site who sign in here: {@link network.constellation.peer.accounts.Accounts} makes and changes
 * them, {@link network.constellation.peer.accounts.SignIn} checks passwords,
 * {@link network.constellation.peer.accounts.OneTimeLinks} are for the first administrator and for forgotten passwords.
 * {@link network.constellation.peer.accounts.UserImport} reads CSV,
 * {@link network.constellation.peer.accounts.AdministratorCopies} are for a site that takes over from another. Uses {@code platform}, {@code mail}, {@code web}, {@code
 * audit}.
 */
@NullMarked
package network.constellation.peer.accounts;

import org.jspecify.annotations.NullMarked;
