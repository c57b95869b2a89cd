package network.constellation.protocol.method.courses;

import network.constellation.protocol.method.status.StatusCodecs;

/** What catalogs say as JSON text, in the form of the wire: for whoever keeps it. */
public final class CourseTexts {
    private CourseTexts() {}

    public static String text(CatalogEntry entry) {
        return StatusCodecs.text(CourseShapes.ENTRY.encode(entry));
    }

    /** @throws network.constellation.protocol.method.ShapeException when it is not what {@link #text} writes */
    public static CatalogEntry entry(String text) {
        return CourseShapes.ENTRY.decode(StatusCodecs.parse(text));
    }

    public static String text(CourseSheet sheet) {
        return StatusCodecs.text(CourseShapes.SHEET.encode(sheet));
    }

    /** @throws network.constellation.protocol.method.ShapeException when it is not what {@link #text} writes */
    public static CourseSheet sheet(String text) {
        return CourseShapes.SHEET.decode(StatusCodecs.parse(text));
    }
}
