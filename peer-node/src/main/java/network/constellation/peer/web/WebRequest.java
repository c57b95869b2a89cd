package network.constellation.peer.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.session.Session;

/**
 * What a page sees of a request. Immutable.
 *
 * @param path below the tenant's base path, still percent-encoded
 * @param variables of the route's pattern, decoded
 * @param parameters of the query, decoded; the first of each name
 * @param form what was posted; the first of each name
 * @param files uploaded files by field
 * @param cookies what rooms had this browser keep ({@link WebCookie}), without session and form secrets
 * @param remoteAddress the client's, also behind a trusted proxy
 * @param reference a short number that the visitor sees with an error and the administrator finds in log and audit
 */
public record WebRequest(
        Tenant tenant,
        String method,
        String path,
        String queryString,
        Map<String, String> variables,
        Map<String, String> parameters,
        Map<String, String> form,
        Map<String, Upload> files,
        Map<String, String> headers,
        Map<String, String> cookies,
        String remoteAddress,
        Optional<Session> session,
        Optional<Visitor> visitor,
        Locale locale,
        Instant now,
        String reference) {

    /** A variable of the path. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no variable " + name);
        }
        return value;
    }

    /** A number in the path; what is none leads to "not found". */
    public long number(String name) {
        String value = variable(name);
        if (!value.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        return Long.parseLong(value);
    }

    /** A parameter of the query; empty when it is not there. */
    public String query(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** A field of the form, without blanks around it; empty when it is not there. */
    public String form(String name) {
        return form.getOrDefault(name, "").strip();
    }

    /** Empty when it is not there; {@code name} in lower case. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** What a room had this browser keep; empty when there is nothing. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public String userAgent() {
        return header("user-agent");
    }

    /** Whoever is signed in; only in routes that ask for it. */
    public Visitor user() {
        return visitor.orElseThrow(() -> new IllegalStateException("This route is open to strangers"));
    }

    /** True when htmx asks for a part of a page. */
    public boolean fragment() {
        return header("hx-request").equals("true");
    }

    /** The path with its query: where to come back to. */
    public String here() {
        return queryString.isEmpty() ? path : path + "?" + queryString;
    }
}
