/**
 * This site in a network that originals lead: a VMoodle master whom the administrator accepted introduces hosts
 * (bind_peer), ends that (unbind_peer), and may have new keys made once (key boot); network-admin.md 2 and 3.2, with their
 * defects closed. Uses commands, peers, subnets and web. Entry class
 * {@link network.constellation.peer.originals.Masters}.
 */
@NullMarked
package network.constellation.peer.originals;

import org.jspecify.annotations.NullMarked;
