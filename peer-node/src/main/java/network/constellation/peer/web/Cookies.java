package network.constellation.peer.web;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.session.Secrets;

/**
 * The tenant's cookies. Names begin with a mark of the wwwroot, as browsers do not tell ports apart; all are HttpOnly
 * and SameSite=Lax, and Secure where the site has TLS.
 */
@Singleton
final class Cookies {
    /** The session's secret. */
    static final String SESSION = "s";
    /** A random value of a browser without session, to which its forms are bound. */
    static final String BROWSER = "b";

    static final String LANGUAGE = "lang";
    static final String THEME = "theme";
    static final String NOTICE = "notice";

    private final String prefix;
    private final String attributes;

    @Inject
    Cookies(Tenant tenant) {
        prefix = "cs" + Secrets.nameOf(tenant.wwwroot().value()).substring(0, 8) + "-";
        String path = tenant.wwwroot().path();
        attributes = "; Path=" + (path.isEmpty() ? "/" : path) + "; HttpOnly; SameSite=Lax"
                + (tenant.wwwroot().isTls() ? "; Secure" : "");
    }

    /** Empty when the browser has none. */
    String read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(prefix + name)) {
                    return decoded(cookie.getValue());
                }
            }
        }
        return "";
    }

    /** What rooms had this browser keep; no secrets of ours among it. */
    Map<String, String> ofRooms(HttpServletRequest request) {
        Map<String, String> kept = new LinkedHashMap<>();
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                String name =
                        cookie.getName().startsWith(prefix) ? cookie.getName().substring(prefix.length()) : SESSION;
                if (!name.equals(SESSION) && !name.equals(BROWSER)) {
                    kept.putIfAbsent(name, decoded(cookie.getValue()));
                }
            }
        }
        return Collections.unmodifiableMap(kept);
    }

    void write(HttpServletResponse response, WebCookie cookie) {
        long life = cookie.life().toSeconds();
        String age = life == 0 ? "" : "; Max-Age=" + Math.max(0, life);
        response.addHeader(
                "Set-Cookie",
                prefix + cookie.name() + "=" + URLEncoder.encode(cookie.value(), StandardCharsets.UTF_8) + age
                        + attributes);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
