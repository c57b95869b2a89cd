/** The whole job of a network, told as its people live it: in a browser, over sites that a hub joined. */
@NullMarked
package network.constellation.testnetwork.story;

import org.jspecify.annotations.NullMarked;
