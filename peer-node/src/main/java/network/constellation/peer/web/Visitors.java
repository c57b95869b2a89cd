package network.constellation.peer.web;

import java.util.Optional;

/** How the pages learn who a session's user is; the platform answers. */
public interface Visitors {

    /** Empty when that user may not be here any more (suspended, deleted). */
    Optional<Visitor> find(long userId);
}
