/**
 * What happens at a site, counted: rooms tell {@link network.constellation.peer.usage.Usage} of each login, visit,
 * enrolment and so on; hourly and daily sums are kept of it. The events themselves name people by their number here and
 * never leave the tenant. Infrastructure: may use {@code store}, {@code jobs}, {@code config} and {@code tenant}.
 */
@NullMarked
package network.constellation.peer.usage;

import org.jspecify.annotations.NullMarked;
