package network.constellation.hub.connectivity;

import java.time.Instant;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.State;

/**
 * One line of what changed, for the page.
 *
 * @param at name of the site that found it
 * @param about name of the site it found it of
 * @param what the trouble, also where it is over
 */
public record MatrixNews(
        Instant when, String at, String about, String path, State state, Message what, boolean recovery) {}
