/**
 * The introspection methods that every site answers (mnet-wire.md 8):
 * {@link network.constellation.peer.system.SystemModule} contributes them. May use {@code dispatch} and {@code peers}.
 */
@NullMarked
package network.constellation.peer.system;

import org.jspecify.annotations.NullMarked;
