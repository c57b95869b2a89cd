/**
 * Answers the hub's question "Where is this person?" (network-admin.md 6.5): accounts here, and where they are signed in.
 * The site's administrator may close it; each search is written into the audit. Uses {@code platform}, {@code roaming} and
 * {@code web}. Entry class {@link network.constellation.peer.whereis.Locator}.
 */
@NullMarked
package network.constellation.peer.whereis;

import org.jspecify.annotations.NullMarked;
