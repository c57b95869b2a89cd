package network.constellation.hub.api;

/** Calls the rules of a room; the same that page and command line call. */
@FunctionalInterface
public interface ApiHandler<Q extends Record, A extends Record> {
    A answer(Q request, ApiCall call);
}
