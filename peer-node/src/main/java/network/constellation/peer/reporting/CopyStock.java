package network.constellation.peer.reporting;

import jakarta.inject.Inject;
import java.util.Map;
import network.constellation.peer.courses.CourseShelf;
import network.constellation.peer.platform.Platform;
import network.constellation.protocol.method.reporting.Figure;

/** Courses of this site that were deployed from another one's course, as long as they are there. */
final class CopyStock implements StockSource {
    private final CourseShelf shelf;
    private final Platform platform;

    @Inject
    CopyStock(CourseShelf shelf, Platform platform) {
        this.shelf = shelf;
        this.platform = platform;
    }

    @Override
    public Map<Figure, Long> count() {
        long copies = shelf.deployed().stream()
                .filter(copy -> platform.courses().find(copy.course()).isPresent())
                .count();
        return Map.of(Figure.COURSE_COPIES, copies);
    }
}
