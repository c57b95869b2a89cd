@NullMarked
package network.constellation.protocol.directory.strategy;

import org.jspecify.annotations.NullMarked;
