package network.constellation.peer.web.view;

import java.util.Optional;

/** The site's own name and colour, as its visitors know it. */
public interface SiteLook {

    String name();

    /** {@code #rrggbb} */
    String colour();

    /** While the site is closed for work: what its visitors are told, maybe nothing; administrators still come in. */
    default Optional<String> maintenance() {
        return Optional.empty();
    }
}
