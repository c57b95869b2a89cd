/**
 * The exchange of keys (mnet-wire.md 2.7, protocol-security.md 3): what is sent, what is believed of what arrives, and
 * whether it may replace what is known. Entry class: {@link network.constellation.protocol.keyswap.KeySwap}. Pure; uses
 * {@code keys} and {@code protocol.method.system}. Whether a stranger becomes a peer is decided above.
 */
@NullMarked
package network.constellation.protocol.keyswap;

import org.jspecify.annotations.NullMarked;
