/**
 * Envelopes by hand, without clock, store or peers: what {@code constellation wire open} and {@code wire seal} do.
 * Entry classes: {@link network.constellation.protocol.wire.WireOpener} and
 * {@link network.constellation.protocol.wire.WireSealer}. Uses {@code keys}, {@code protocol.envelope} and
 * {@code protocol.xmlrpc}.
 */
@NullMarked
package network.constellation.protocol.wire;

import org.jspecify.annotations.NullMarked;
