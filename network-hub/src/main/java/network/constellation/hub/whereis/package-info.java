/**
 * "Where is this person?" (network-admin.md 6.5): asks every site for accounts and live sessions, and tells for each site
 * whether it answered. Needs the right {@code block/whereis:searchlocation}; each search is written into the audit here
 * and at the sites. Uses {@code registry}. Entry class {@link network.constellation.hub.whereis.Whereis}.
 */
@NullMarked
package network.constellation.hub.whereis;

import org.jspecify.annotations.NullMarked;
