/**
 * A site's keys through time: {@link network.constellation.keys.ring.KeyRing} holds the current, the next and the
 * retired generations and moves between them by pure transitions; {@link network.constellation.keys.ring.Rotation}
 * makes the keys that go in. Uses {@code identity}, {@code certificate}, {@code provider}.
 */
@NullMarked
package network.constellation.keys.ring;

import org.jspecify.annotations.NullMarked;
