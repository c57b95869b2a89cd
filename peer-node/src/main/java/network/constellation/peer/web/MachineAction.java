package network.constellation.peer.web;

import java.io.IOException;
import java.io.InputStream;

/** What a route for programs does; see {@link Routes#machine}. */
@FunctionalInterface
public interface MachineAction {

    /**
     * @param request without session and visitor
     * @param body as it came, unread; the action limits it
     */
    WebResponse answer(WebRequest request, InputStream body) throws IOException;
}
