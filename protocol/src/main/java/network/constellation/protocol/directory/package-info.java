/**
 * The signed directory of a network (docs/protocol/directory.md, protocol-security.md 3): who its members are, with keys
 * and standing, and the suspension list beside it. Pure: bytes, keys and instants. Entry classes
 * {@link network.constellation.protocol.directory.DirectoryReader} for whoever receives,
 * {@link network.constellation.protocol.directory.DirectorySigner} for the hub, and
 * {@link network.constellation.protocol.directory.Directory}, which is always a verified one. Uses
 * {@link network.constellation.protocol.directory.strategy.ServiceMatrix}.
 */
@NullMarked
package network.constellation.protocol.directory;

import org.jspecify.annotations.NullMarked;
