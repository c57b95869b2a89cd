package network.constellation.peer.originals;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;

/** The originals' key boot, under both of their roots: a posted form, answered by a word (network-admin.md 2.2). */
@Singleton
final class KeyBootPages implements Pages {
    static final String PATH = "/local/vmoodle/keyboot.php";
    static final String OLD_PATH = "/blocks/vmoodle/keyboot.php";

    /** A certificate and a secret; anything longer is neither. */
    private static final long LIMIT = 16 * 1024;

    private static final int FORBIDDEN = 403;

    private final KeyBoot boot;

    @Inject
    KeyBootPages(KeyBoot boot) {
        this.boot = boot;
    }

    @Override
    public void routes(Routes routes) {
        routes.postByProgram(PATH, LIMIT, this::boot).postByProgram(OLD_PATH, LIMIT, this::boot);
    }

    private WebResponse boot(WebRequest request) {
        Optional<String> refused =
                boot.boot(request.form("pk"), request.form("secret"), request.remoteAddress(), request.now());
        return refused.isEmpty()
                ? WebResponse.text("SUCCESS")
                : WebResponse.text("ERROR: " + refused.get()).withStatus(FORBIDDEN);
    }
}
