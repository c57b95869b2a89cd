/**
 * Course packages ({@code .mbz}; courses-and-certificates.md section 4): read by content, streamed, never unpacked to disk,
 * refused with a reason; and made. {@link network.constellation.peer.packages.PackageReader} inspects and opens,
 * {@link network.constellation.peer.packages.PackageWriter} makes,
 * {@link network.constellation.peer.packages.PublishingRules} says what may be published,
 * {@link network.constellation.peer.packages.OpenedPackage} gives its texts and files out. Uses {@code keys} and {@code
 * protocol.xml}, and no other feature.
 */
@NullMarked
package network.constellation.peer.packages;

import org.jspecify.annotations.NullMarked;
