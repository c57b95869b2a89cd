/**
 * The one declaration of each network method: {@link network.constellation.protocol.method.NetworkMethod}, made with
 * the combinators of {@link network.constellation.protocol.method.Codecs}. The well-known methods of MNet are declared
 * in the subrooms {@code method.system} and {@code method.roaming}; features declare their own in their rooms. May use
 * {@code call}.
 */
@NullMarked
package network.constellation.protocol.method;

import org.jspecify.annotations.NullMarked;
