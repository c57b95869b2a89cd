/** What is believed of keys that arrive. */
@NullMarked
package network.constellation.protocol.keyswap;

import org.jspecify.annotations.NullMarked;
