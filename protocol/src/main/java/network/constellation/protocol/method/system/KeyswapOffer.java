package network.constellation.protocol.method.system;

import java.util.Optional;

/**
 * What a caller of {@code system/keyswap} says of itself (mnet-wire.md 2.7). Nothing in it is proven.
 *
 * @param wwwroot as sent, not yet checked
 * @param certificatePem as sent, not yet checked
 * @param application {@code moodle} or {@code mahara}; a Mahara omits it
 * @param modernOffer our extension: the bundle of the key statement, which other software ignores
 */
public record KeyswapOffer(
        String wwwroot, String certificatePem, Optional<String> application, Optional<String> modernOffer) {}
