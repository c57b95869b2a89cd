/**
 * Who is signed in: {@link network.constellation.peer.web.session.Sessions}. Identifiers are random, live in the
 * browser only, and are stored as hashes. Uses {@code store} and {@code tenant}.
 */
@NullMarked
package network.constellation.peer.web.session;

import org.jspecify.annotations.NullMarked;
