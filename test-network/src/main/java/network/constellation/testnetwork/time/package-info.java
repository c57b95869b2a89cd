/** Time as tests want it: {@link network.constellation.testnetwork.time.FakeClock}. */
@NullMarked
package network.constellation.testnetwork.time;

import org.jspecify.annotations.NullMarked;
