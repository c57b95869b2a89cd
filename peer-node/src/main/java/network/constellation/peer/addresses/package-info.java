/**
 * Ranges of network addresses, and which of them are of no use to strangers:
 * {@link network.constellation.peer.addresses.AddressRange} and
 * {@link network.constellation.peer.addresses.SpecialAddresses}. Opens nothing, resolves nothing; for inbound and
 * outbound rooms alike.
 */
@NullMarked
package network.constellation.peer.addresses;

import org.jspecify.annotations.NullMarked;
