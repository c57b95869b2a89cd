/**
 * The program: {@link network.constellation.app.Main} and {@link network.constellation.app.Assembly}, the list of
 * modules a node is made of. Uses every floor beneath.
 */
@NullMarked
package network.constellation.app;

import org.jspecify.annotations.NullMarked;
