/** The launcher as a person starts it: from other folders, through links, with spaces in paths. */
@NullMarked
package network.constellation.testnetwork.launcher;

import org.jspecify.annotations.NullMarked;
