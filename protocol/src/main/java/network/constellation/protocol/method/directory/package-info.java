/**
 * The methods by which a directory and a suspension list travel (docs/protocol/directory.md): declared here because hub
 * and members are each other's client and server. Entry class
 * {@link network.constellation.protocol.method.directory.DirectoryMethods}.
 */
@NullMarked
package network.constellation.protocol.method.directory;

import org.jspecify.annotations.NullMarked;
