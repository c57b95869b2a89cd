/**
 * The network's report (network-admin.md 7): collects each site's signed daily figures, keeps them when the site is away,
 * and puts them together for a period; what is missing is named and never counted as zero. Uses {@code registry},
 * {@code founding} and the figures that {@code peer.reporting} answers. Entry class
 * {@link network.constellation.hub.reporting.NetworkReports};
 * {@link network.constellation.hub.reporting.Usual} says how today stands;
 * {@link network.constellation.hub.reporting.Collector} fetches.
 */
@NullMarked
package network.constellation.hub.reporting;

import org.jspecify.annotations.NullMarked;
