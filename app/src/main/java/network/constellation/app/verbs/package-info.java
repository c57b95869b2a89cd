/** Verbs of the command line that belong to no other room: {@link network.constellation.app.verbs.TenantCli} and its like. */
@NullMarked
package network.constellation.app.verbs;

import org.jspecify.annotations.NullMarked;
