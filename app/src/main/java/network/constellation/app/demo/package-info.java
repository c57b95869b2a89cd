/**
 * The demonstration: a hub and four peers in one process, bootstrapped over the real protocol, and a tour that shows
 * each promise and checks that it holds. Uses the doors of all rooms. Entry class
 * {@link network.constellation.app.demo.DemoCli}.
 */
@NullMarked
package network.constellation.app.demo;

import org.jspecify.annotations.NullMarked;
