package network.constellation.peer.web;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.text.Languages;

/** Makes our request out of the server's: session and visitor, language, decoded fields. */
@Singleton
final class RequestReader {
    private static final int LONGEST_VALUE = 4000;

    private final Tenant tenant;
    private final Cookies cookies;
    private final Sessions sessions;
    private final Visitors visitors;
    private final Clock clock;
    private final CryptoEngine crypto;
    private final Path aside;

    @Inject
    RequestReader(
            Tenant tenant,
            DataDirectory data,
            Cookies cookies,
            Sessions sessions,
            Visitors visitors,
            Clock clock,
            CryptoEngine crypto) {
        this.aside = data.secure(tenant.directory().resolve("uploads"));
        this.tenant = tenant;
        this.cookies = cookies;
        this.sessions = sessions;
        this.visitors = visitors;
        this.clock = clock;
        this.crypto = crypto;
    }

    /** The path below the tenant's base path. */
    String path(HttpServletRequest request) {
        String base = tenant.wwwroot().path();
        String path = request.getRequestURI();
        String below = path.startsWith(base) ? path.substring(base.length()) : path;
        return below.isEmpty() ? "/" : below;
    }

    Asked read(HttpServletRequest http, String path, Optional<Router.Match> match) {
        boolean machine = match.map(found -> found.route().machine() != null).orElse(false);
        String secret = machine ? "" : cookies.read(http, Cookies.SESSION);
        Optional<Session> session = secret.isEmpty() ? Optional.empty() : sessions.find(secret);
        Optional<Visitor> visitor = session.flatMap(found -> visitors.find(found.userId()));
        if (visitor.isEmpty()) {
            session.ifPresent(orphan -> sessions.end(orphan.id()));
            session = Optional.empty();
        }
        String query = http.getQueryString() == null ? "" : http.getQueryString();
        WebRequest request = new WebRequest(
                tenant,
                http.getMethod(),
                path,
                query,
                decoded(match.map(Router.Match::variables).orElse(Map.of())),
                Collections.unmodifiableMap(Bodies.decode(query)),
                Map.of(),
                Map.of(),
                headers(http),
                cookies.ofRooms(http),
                http.getRemoteAddr(),
                session,
                visitor,
                locale(http, visitor),
                clock.instant(),
                reference());
        return new Asked(
                request,
                match,
                session.isPresent() ? secret : cookies.read(http, Cookies.BROWSER),
                theme(cookies.read(http, Cookies.THEME)),
                cookies.read(http, Cookies.NOTICE),
                session.isEmpty() && !secret.isEmpty());
    }

    WebRequest withBody(Asked asked, HttpServletRequest http, long limit) throws IOException, ServletException {
        Bodies.Body body = Bodies.read(http, limit, aside);
        WebRequest bare = asked.request();
        return new WebRequest(
                bare.tenant(),
                bare.method(),
                bare.path(),
                bare.queryString(),
                bare.variables(),
                bare.parameters(),
                Collections.unmodifiableMap(body.fields()),
                body.files(),
                bare.headers(),
                bare.cookies(),
                bare.remoteAddress(),
                bare.session(),
                bare.visitor(),
                bare.locale(),
                bare.now(),
                bare.reference());
    }

    private Locale locale(HttpServletRequest http, Optional<Visitor> visitor) {
        return Languages.of(cookies.read(http, Cookies.LANGUAGE))
                .or(() -> visitor.flatMap(known -> Languages.of(known.language())))
                .orElseGet(() -> Languages.negotiate(http.getHeader("Accept-Language")));
    }

    private String reference() {
        byte[] bytes = crypto.randomBytes(5);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static String theme(String asked) {
        return asked.equals("light") || asked.equals("dark") ? asked : "auto";
    }

    private static Map<String, String> headers(HttpServletRequest http) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Collections.list(http.getHeaderNames())) {
            String value = http.getHeader(name);
            if (value.length() <= LONGEST_VALUE && !name.equalsIgnoreCase("cookie")) {
                headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
            }
        }
        return Collections.unmodifiableMap(headers);
    }

    private static Map<String, String> decoded(Map<String, String> variables) {
        Map<String, String> decoded = new LinkedHashMap<>();
        variables.forEach((name, value) -> decoded.put(name, segment(value)));
        return Collections.unmodifiableMap(decoded);
    }

    /** A plus sign in a path is a plus sign. */
    private static String segment(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }
}
