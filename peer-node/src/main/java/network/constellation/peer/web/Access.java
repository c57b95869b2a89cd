package network.constellation.peer.web;

import org.jspecify.annotations.Nullable;

/**
 * Who may open a route; every route says so, nothing is open by default.
 *
 * @param role for {@link Kind#ADMIN}: the shortname of the role that opens it (a site administrator always may); empty
 *     for site administrators only; for {@link Kind#TOKEN}: what the token must be good for
 */
public record Access(Kind kind, String role) {

    /** From everybody to the few. */
    public enum Kind {
        ANONYMOUS,
        USER,
        ADMIN,
        /** Programs: the route's own room asks for a token, and looks at no session. */
        TOKEN
    }

    public static Access anonymous() {
        return new Access(Kind.ANONYMOUS, "");
    }

    /** Anybody who is signed in, from here or from another site. */
    public static Access user() {
        return new Access(Kind.USER, "");
    }

    /** Holders of this role on the whole site, and site administrators. */
    public static Access admin(String role) {
        return new Access(Kind.ADMIN, role);
    }

    public static Access siteAdministrator() {
        return new Access(Kind.ADMIN, "");
    }

    /** Programs with a token that is good for this; only in {@link Routes#machine}. */
    public static Access token(String scope) {
        return new Access(Kind.TOKEN, scope);
    }

    /** Never true for {@link Kind#TOKEN}: nobody opens such a route as a person. */
    public boolean admits(@Nullable Visitor visitor) {
        if (kind == Kind.ANONYMOUS) {
            return true;
        }
        if (visitor == null || kind == Kind.TOKEN) {
            return false;
        }
        return kind == Kind.USER
                || visitor.siteAdministrator()
                || !role.isEmpty() && visitor.roles().contains(role);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case ANONYMOUS, USER -> kind.name();
            case ADMIN -> "ADMIN(" + (role.isEmpty() ? "site administrator" : role) + ")";
            case TOKEN -> "TOKEN(" + role + ")";
        };
    }
}
