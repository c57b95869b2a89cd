/**
 * Courses travel (courses-and-certificates.md 1 to 4): put on the shelf, shown in catalogs, fetched and deployed. Doors:
 * {@link network.constellation.peer.courses.CourseShelf}, {@link network.constellation.peer.courses.Catalog},
 * {@link network.constellation.peer.courses.CourseOrders}, {@link network.constellation.peer.courses.Publications},
 * {@link network.constellation.peer.courses.CourseSettings} and
 * {@link network.constellation.peer.courses.KnownSites}. Uses {@code packages}, {@code learning}, {@code transfer},
 * {@code usage}, and the doors of {@code platform}, {@code peers} and {@code roaming}.
 */
@NullMarked
package network.constellation.peer.courses;

import org.jspecify.annotations.NullMarked;
