/**
 * The rules of the house, held by the build: floors, rooms, forbidden calls, state, sources, translations, licences.
 * Each message names what to do instead. Uses nothing of the product but its class files and sources.
 */
@NullMarked
package network.constellation.testnetwork.house;

import org.jspecify.annotations.NullMarked;
