/**
 * The birth of a network: its id and name, held by the hub that founded it. Entry class
 * {@link network.constellation.hub.founding.Founding}.
 */
@NullMarked
package network.constellation.hub.founding;

import org.jspecify.annotations.NullMarked;
