package network.constellation.protocol.method.directory;

import java.util.Optional;

/**
 * The newest that a site has seen. The header is signed, so it proves a higher term to whoever holds the root key.
 *
 * @param header {@link network.constellation.protocol.directory.SignedHeader#encoded()}; empty when it holds none
 * @param suspensionSequence of the list it holds; 0 when none
 */
public record DirectoryStatus(Optional<byte[]> header, long suspensionSequence) {}
