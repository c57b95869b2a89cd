package network.constellation.peer.web;

/** What a route does: reads the request, calls the rules, answers. */
@FunctionalInterface
public interface PageAction {
    WebResponse answer(WebRequest request);
}
