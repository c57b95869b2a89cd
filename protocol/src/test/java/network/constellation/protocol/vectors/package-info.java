/** Reading the vectors that real software produced, in place (shared/vectors). Test support of this module. */
@NullMarked
package network.constellation.protocol.vectors;

import org.jspecify.annotations.NullMarked;
