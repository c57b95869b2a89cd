package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.courses.ArrivalCheck.What;
import network.constellation.peer.courses.ArrivalCheck.Who;
import network.constellation.protocol.method.courses.CatalogEntry;

/** What {@link ArrivalCheck} wants to know, read from a stored order. */
@Singleton
final class OrderChecks {
    private final Askers askers;
    private final CourseSettings settings;
    private final ShelfStore shelf;
    private final Wwwroot self;

    @Inject
    OrderChecks(Askers askers, CourseSettings settings, ShelfStore shelf, Wwwroot self) {
        this.askers = askers;
        this.settings = settings;
        this.shelf = shelf;
        this.self = self;
    }

    /** A site that publishes by our own road vouches for its people, unless this site wants to know them. */
    Who who(ShelfOrder order) {
        boolean vouched = order.kind() == CourseCopy.Kind.PUBLISH
                && order.road() != ShelfOrder.Road.ORIGINAL
                && !order.isWithin(self)
                && settings.publishers() == CourseSettings.Publishers.SITES;
        return order.asker().isNobody() || vouched ? Who.trustworthy() : Who.of(askers.account(order.asker()));
    }

    What what(ShelfOrder order) {
        ShelfOrder.Course course = order.course();
        var sheet = shelf.version(course.uid(), course.version()).map(CourseVersion::sheet);
        return new What(
                order.kind(),
                course.uid(),
                course.version(),
                course.sha256(),
                course.size(),
                sheet.map(known -> known.shortname()).orElse(""),
                sheet.map(known -> known.moodleVersion()).orElse(""),
                order.peer(),
                order.category());
    }

    What what(CourseCopy.Kind kind, CatalogEntry entry, Wwwroot source, long category) {
        return new What(
                kind,
                entry.uid(),
                entry.version(),
                entry.sha256(),
                entry.size(),
                entry.sheet().shortname(),
                entry.sheet().moodleVersion(),
                source,
                category);
    }

    static ShelfOrder.Course course(CatalogEntry entry) {
        return new ShelfOrder.Course(
                entry.uid(),
                entry.version(),
                entry.origin(),
                entry.sha256(),
                entry.size(),
                entry.sheet().title());
    }
}
