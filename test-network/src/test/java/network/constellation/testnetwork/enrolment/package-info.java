/** Enrolment between sites, over real nodes and in a real browser. */
@NullMarked
package network.constellation.testnetwork.enrolment;

import org.jspecify.annotations.NullMarked;
