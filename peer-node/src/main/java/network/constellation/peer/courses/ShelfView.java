package network.constellation.peer.courses;

import java.util.Set;
import network.constellation.peer.web.view.Badge;
import network.constellation.protocol.method.courses.CatalogEntry;

/** What the pages of courses show. */
public final class ShelfView {
    /** Short names of licences that have words of their own, as packages carry them. */
    private static final Set<String> LICENCES = Set.of(
            "cc-4.0",
            "cc-sa-4.0",
            "cc-nc-4.0",
            "cc-nd-4.0",
            "cc-nc-sa-4.0",
            "cc-nc-nd-4.0",
            "public",
            "allrightsreserved",
            "unknown");

    private ShelfView() {}

    /** Any other is shown as the package names it. */
    public static boolean isWorded(String licence) {
        return LICENCES.contains(licence);
    }

    /** A catalog where the course may be shown. @param name empty for this site @param shown its version there, 0 for none */
    public record Showcase(String wwwroot, String name, long shown) {}

    /** The facts of a course. @param origin name of the site that published it @param author of the one that made it */
    public record Facts(CatalogEntry entry, String origin, String author, double size) {}

    /** What became of the course: one order. */
    public record Line(ShelfOrder order, Badge badge, String what, String site) {}
}
