/** The network's report and the search for a person, over real nodes. */
@NullMarked
package network.constellation.testnetwork.report;

import org.jspecify.annotations.NullMarked;
