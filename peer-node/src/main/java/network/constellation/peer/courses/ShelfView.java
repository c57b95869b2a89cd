package network.constellation.peer.courses;

import network.constellation.peer.web.view.Badge;

/** What the page of one of our courses shows. */
public final class ShelfView {
    private ShelfView() {}

    /** A catalog where the course may be shown. @param name empty for this site @param shown its version there, 0 for none */
    public record Showcase(String wwwroot, String name, long shown) {}

    /** What became of the course: one order. */
    public record Line(ShelfOrder order, Badge badge, String what, String site) {}
}
