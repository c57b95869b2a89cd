/**
 * How old a message may be and whether it was here before (protocol-security.md 1.10 and 2): pure rules and the
 * interface {@link network.constellation.protocol.freshness.ReplayStore} that a node keeps durably. Entry class:
 * {@link network.constellation.protocol.freshness.Freshness}. Uses {@code protocol.envelope} and {@code keys}.
 */
@NullMarked
package network.constellation.protocol.freshness;

import org.jspecify.annotations.NullMarked;
