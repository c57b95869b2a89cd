package network.constellation.peer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import network.constellation.keys.address.Wwwroot;

/** The headers of every answer, and where a form may come from. */
final class SecurityHeaders {
    /** Nothing from elsewhere, nothing inline. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private SecurityHeaders() {}

    static void add(HttpServletResponse response, Wwwroot wwwroot) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (wwwroot.isTls()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /**
     * False when the browser itself says that another site sent the form. Our no-referrer policy makes {@code Origin}
     * read {@code null} on our own forms, so that one says nothing.
     */
    static boolean fromHere(HttpServletRequest request, Wwwroot wwwroot) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals("null") || origin.equals(origin(wwwroot));
    }

    private static String origin(Wwwroot wwwroot) {
        URI uri = wwwroot.uri();
        return uri.getScheme() + "://" + wwwroot.host() + (uri.getPort() == -1 ? "" : ":" + uri.getPort());
    }
}
