/**
 * The introspection methods and the key swap of MNet (mnet-wire.md 2.7 and 8). Entry class:
 * {@link network.constellation.protocol.method.system.SystemMethods}.
 */
@NullMarked
package network.constellation.protocol.method.system;

import org.jspecify.annotations.NullMarked;
