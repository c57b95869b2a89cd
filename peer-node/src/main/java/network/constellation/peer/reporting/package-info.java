/**
 * What this site tells its hub about its use: daily figures of {@code usage} and of what there is, each day signed, as
 * the service {@code mnetreport} (network-admin.md 7). Only the hub may ask, and only numbers go out; counts of few
 * people are withheld as configured. Uses {@code usage}, {@code platform}, {@code courses}, {@code files}, {@code peers}. Entry classes
 * {@link network.constellation.peer.reporting.SiteReport} and, for rooms that have something to be counted,
 * {@link network.constellation.peer.reporting.StockSource}.
 */
@NullMarked
package network.constellation.peer.reporting;

import org.jspecify.annotations.NullMarked;
