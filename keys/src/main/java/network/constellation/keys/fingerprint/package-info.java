/**
 * What two people compare by telephone: {@link network.constellation.keys.fingerprint.Fingerprint}. Uses
 * {@code identity} and {@code provider}.
 */
@NullMarked
package network.constellation.keys.fingerprint;

import org.jspecify.annotations.NullMarked;
