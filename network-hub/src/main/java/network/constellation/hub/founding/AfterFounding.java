package network.constellation.hub.founding;

import java.util.List;

/** Has to make something of its own for a new network; a set of these is contributed in the modules of the hub. */
public interface AfterFounding {
    /**
     * Makes what is not there yet; again, it changes nothing.
     *
     * @return what the founder has to do, one sentence each
     */
    List<String> founded(Network network);
}
