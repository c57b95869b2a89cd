/**
 * The front page and what every visitor may choose (language, appearance). Rooms put their sections on the front page
 * by {@link network.constellation.peer.web.home.HomeSection}. Uses {@code web}.
 */
@NullMarked
package network.constellation.peer.web.home;

import org.jspecify.annotations.NullMarked;
