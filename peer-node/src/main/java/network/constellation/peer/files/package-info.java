/**
 * Large files of one tenant, named by the SHA-256 of their content: streamed, never whole in memory, durable before they
 * have a name. May use {@code tenant}; entry class {@link network.constellation.peer.files.ContentStore}.
 */
@NullMarked
package network.constellation.peer.files;

import org.jspecify.annotations.NullMarked;
