package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;

/** The members of a container, one after the other, each to its end. */
interface Archive {

    /**
     * A member whose name has passed {@link MemberNames}.
     *
     * @param name without a leading {@code ./} and without a slash at the end
     */
    record Member(String name, boolean folder) {}

    /** What is done with each; what it leaves unread is read for it. */
    interface Visitor {
        void member(Member member, InputStream content) throws IOException;
    }

    /** @throws RefusedSignal for anything wrong with the container */
    void read(Visitor visitor) throws IOException;
}
