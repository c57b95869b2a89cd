package network.constellation.hub.console;

import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.State;

/**
 * Something that waits for an administrator.
 *
 * @param path where it is decided
 */
public record Decision(State state, Message sentence, String path) {}
