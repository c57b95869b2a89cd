package network.constellation.hub.founding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.protocol.directory.Directory;
import org.jdbi.v3.core.Handle;

/**
 * What a room of the hub hands on to the site that takes over when the hub is lost (docs/protocol/standby.md); a set of
 * these is contributed in the modules of the hub.
 */
public interface Inheritance {
    /** Tables that travel whole. What must not be on another machine is not in them. */
    Set<String> tables();

    /**
     * The tables are those of the former hub now, in a transaction that has not ended: what refers to accounts refers to
     * those there.
     *
     * @param people numbers of accounts there, and here; whoever is missing has none here
     */
    default void moved(Handle handle, Map<Long, Long> people) {}

    /**
     * This site leads now, and has not signed yet: reads again what was known from memory, and closes or goes on with what
     * was under way. Again, it changes nothing.
     *
     * @param last the newest directory of the former hub
     * @return what an administrator should know, one sentence each
     */
    default List<String> takenOver(Optional<Directory> last, String actor) {
        return List.of();
    }
}
