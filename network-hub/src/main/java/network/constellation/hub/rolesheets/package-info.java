/**
 * One role at many sites: capabilities down, sites across, what deviates from the majority speaks (network-admin.md 4.5).
 * Made of the answers of a {@code role-compare} order, and brings sites into line by {@code role-sync} orders. Uses orders
 * and the registry. Entry class {@link network.constellation.hub.rolesheets.RoleComparison}.
 */
@NullMarked
package network.constellation.hub.rolesheets;

import org.jspecify.annotations.NullMarked;
