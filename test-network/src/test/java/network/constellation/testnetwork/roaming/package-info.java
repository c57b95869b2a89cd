@NullMarked
package network.constellation.testnetwork.roaming;

import org.jspecify.annotations.NullMarked;
