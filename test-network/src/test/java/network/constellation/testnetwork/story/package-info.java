/** What people do with a network, on real nodes joined by links that can be made faulty. */
@NullMarked
package network.constellation.testnetwork.story;

import org.jspecify.annotations.NullMarked;
