/**
 * All pages of a whole node: {@link network.constellation.testnetwork.pages.RoutesGoldenTest} holds who may open what.
 */
@NullMarked
package network.constellation.testnetwork.pages;

import org.jspecify.annotations.NullMarked;
