/** The generated pages of docs/reference: {@code -Dgolden.update=true} writes them anew. */
@NullMarked
package network.constellation.testnetwork.reference;

import org.jspecify.annotations.NullMarked;
