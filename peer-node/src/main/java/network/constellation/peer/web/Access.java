package network.constellation.peer.web;

import org.jspecify.annotations.Nullable;

/**
 * Who may open a route; every route says so, nothing is open by default.
 *
 * @param role for {@link Kind#ADMIN}: the shortname of the role that opens it (a site administrator always may); empty
 *     for site administrators only
 */
public record Access(Kind kind, String role) {

    /** From everybody to the few. */
    public enum Kind {
        ANONYMOUS,
        USER,
        ADMIN
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

    public boolean admits(@Nullable Visitor visitor) {
        if (kind == Kind.ANONYMOUS) {
            return true;
        }
        if (visitor == null) {
            return false;
        }
        return kind == Kind.USER
                || visitor.siteAdministrator()
                || !role.isEmpty() && visitor.roles().contains(role);
    }

    @Override
    public String toString() {
        return kind != Kind.ADMIN ? kind.name() : "ADMIN(" + (role.isEmpty() ? "site administrator" : role) + ")";
    }
}
