@NullMarked
package network.constellation.app;

import org.jspecify.annotations.NullMarked;
