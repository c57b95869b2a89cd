package network.constellation.protocol.method.standby;

import java.util.Optional;

/**
 * What a standby needs to take over.
 *
 * @param digest SHA-256 of the content, hex
 * @param content compressed; empty when the asking standby has it already
 */
public record HubState(String digest, Optional<byte[]> content) {}
