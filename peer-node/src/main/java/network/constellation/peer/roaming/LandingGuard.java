package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/**
 * Whether a request to land was really made by the person at the browser (promise 31). The wire carries nothing that ties
 * a landing to the browser that jumped, so a stranger could send somebody here with the stranger's own token. What
 * browsers tell about a request is used as far as they tell it:
 *
 * <ul>
 *   <li>only a page opened as such lands: no picture, frame, script or prefetch;
 *   <li>a page opened from elsewhere than this site or the home site does not use its token. The browser is sent home to
 *       jump again, with a secret that this browser alone holds on the way ({@link LandingState}): whoever is signed in
 *       there lands, as themselves;
 *   <li>a browser that says nothing about a request is let through, as the originals do.
 * </ul>
 */
@Singleton
final class LandingGuard {
    private final Wwwroot self;

    @Inject
    LandingGuard(Wwwroot self) {
        this.self = self;
    }

    /** What becomes of a request to land. */
    enum Verdict {
        PASS,
        /** Not a page that somebody opened; the token stays unused. */
        NOT_A_PAGE,
        /** Opened from elsewhere: jump again from home. */
        ASK_AGAIN
    }

    /** What the browser says of its request; empty where it says nothing. */
    record Signs(String method, String destination, String mode, String site, String purpose, String referer) {}

    Verdict judge(Signs signs, Wwwroot home) {
        if (!isOpenedPage(signs)) {
            return Verdict.NOT_A_PAGE;
        }
        if (signs.site().isEmpty() || signs.site().equals("same-origin")) {
            return Verdict.PASS;
        }
        Optional<String> from = origin(signs.referer());
        boolean known = from.isPresent() && (from.equals(origin(home.value())) || from.equals(origin(self.value())));
        return known ? Verdict.PASS : Verdict.ASK_AGAIN;
    }

    /** Also for jumps: no token is made for a picture or a prefetch. */
    static boolean isOpenedPage(Signs signs) {
        return !signs.method().equals("HEAD")
                && signs.purpose().isEmpty()
                && (signs.mode().isEmpty() || signs.mode().equals("navigate"))
                && (signs.destination().isEmpty() || signs.destination().equals("document"));
    }

    private static Optional<String> origin(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getScheme() == null || uri.getRawAuthority() == null
                    ? Optional.empty()
                    : Optional.of(uri.getScheme() + "://" + uri.getRawAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
