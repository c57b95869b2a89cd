/**
 * What a hub may do here, and doing it: grants that this site holds and can withdraw at once, and the originals'
 * functions of super-administration (network-admin.md 2.7 and 3), executed only for the recorded hub within a grant. Uses
 * dispatch, peers, platform and audit. Entry class
 * {@link network.constellation.peer.commands.Grants}, for rooms that answer a function
 * {@link network.constellation.peer.commands.Reply}, and
 * {@link network.constellation.peer.commands.StateMark}, by which both ends tell one state from another.
 */
@NullMarked
package network.constellation.peer.commands;

import org.jspecify.annotations.NullMarked;
