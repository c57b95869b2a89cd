package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;

/**
 * The copy of a course on this site's platform: hidden while it is made, then shown in one step. Every step may be done
 * again after a killed process.
 */
@Singleton
final class Placement {
    /** In the place of the identity while the copy is made: how it is found again. */
    private static final String MARK = "arriving ";

    private static final String MANUAL = "manual";
    private static final int LONGEST_SHORTNAME = 240;

    private final Platform platform;
    private final CopyStore copies;
    private final OrderStore orders;
    private final CourseSettings settings;
    private final Askers askers;
    private final Usage usage;
    private final Audit audit;
    private final Wwwroot self;
    private final Clock clock;

    @Inject
    Placement(
            Platform platform,
            CopyStore copies,
            OrderStore orders,
            CourseSettings settings,
            Askers askers,
            Usage usage,
            Audit audit,
            Wwwroot self,
            Clock clock) {
        this.platform = platform;
        this.copies = copies;
        this.orders = orders;
        this.settings = settings;
        this.askers = askers;
        this.usage = usage;
        this.audit = audit;
        this.self = self;
        this.clock = clock;
    }

    /** Removes what an order that came to nothing had begun. */
    void discard(ShelfOrder order) {
        copies.forget(order.id());
        find(order).ifPresent(course -> platform.courses().delete(course.id()));
        orders.placed(order.id(), 0, "", clock.instant());
    }

    private Optional<Course> find(ShelfOrder order) {
        String mark = MARK + order.id();
        return platform.courses().list(false).stream()
                .filter(course -> course.idNumber().equals(mark))
                .findFirst();
    }

    /** The hidden course of an order, made when there is none yet: by the job, or for a caller that waits no longer. */
    synchronized Course placeholder(ShelfOrder order, String shortname, String fullname, long category) {
        Course course = find(order)
                .orElseGet(() -> platform.courses()
                        .create(CourseDraft.of(
                                        free(shortname.isBlank() ? order.id() : shortname), name(fullname), category)
                                .idNumber(MARK + order.id())
                                .visible(false)));
        orders.placed(order.id(), course.id(), url(course.id()), clock.instant());
        return course;
    }

    /** Notes what the course is a copy of. */
    CourseCopy copy(ShelfOrder order, CourseVersion version, Course course) {
        return copies.ofOrder(order.id()).orElseGet(() -> {
            copies.insert(order, version.uid(), version.version(), course.id(), clock.instant());
            return copies.ofOrder(order.id()).orElseThrow();
        });
    }

    /** What its author says about the course; it stays hidden. */
    void describe(Course course, String summary) {
        platform.courses()
                .update(
                        course.id(),
                        CourseDraft.of(course.shortname(), course.fullname(), course.category())
                                .idNumber(course.idNumber())
                                .summary(summary)
                                .visible(false));
    }

    /** Shows what is complete, and tells everybody here who wants to know. */
    void land(ShelfOrder order, CourseVersion version, CourseCopy copy) {
        Course course = platform.courses().find(copy.course()).orElseThrow();
        platform.courses()
                .update(
                        course.id(),
                        CourseDraft.of(
                                        course.shortname().equals(order.id())
                                                ? free(version.sheet().shortname())
                                                : course.shortname(),
                                        name(version.sheet().title()),
                                        course.category())
                                .idNumber(version.uid())
                                .summary(course.summary())
                                .visible(true));
        Optional<User> user = askers.account(order.asker());
        if (order.kind() == CourseCopy.Kind.PUBLISH) {
            show(copy);
        } else {
            copies.complete(copy);
            user.ifPresent(person -> giveRole(person, course.id()));
        }
        if (orders.state(order.id(), ShelfOrder.State.DONE, "", clock.instant())) {
            tell(order, version, course.id(), user);
        }
    }

    private void tell(ShelfOrder order, CourseVersion version, long course, Optional<User> user) {
        boolean publish = order.kind() == CourseCopy.Kind.PUBLISH;
        audit.record(AuditEvent.done(
                        publish ? CourseEvents.PUBLISHED : CourseEvents.DEPLOYED,
                        order.asker().toString())
                .peer(order.peer().value())
                .with("course", version.uid())
                .with("version", String.valueOf(version.version()))
                .with("number", String.valueOf(course)));
        // A publication is counted where it comes from, if that site counts.
        if (!publish || order.isWithin(self) || order.road() == ShelfOrder.Road.ORIGINAL) {
            UsageEvent event = UsageEvent.of(publish ? UsageKind.PUBLISH : UsageKind.DEPLOY)
                    .in(course)
                    .with(order.peer());
            usage.record(user.map(person -> event.by(person.id())).orElse(event));
        }
    }

    /** This publication is from now on the one that the catalog shows of its course. */
    void show(CourseCopy copy) {
        copies.showOnly(copy);
        visible(copy.course(), true);
        copies.of(copy.uid(), CourseCopy.Kind.PUBLISH).stream()
                .filter(other -> other.id() != copy.id())
                .forEach(other -> visible(other.course(), false));
    }

    /** @return whether anything was shown until now */
    boolean hide(String uid, String actor) {
        boolean shown = copies.hide(uid) > 0;
        copies.of(uid, CourseCopy.Kind.PUBLISH).forEach(copy -> visible(copy.course(), false));
        if (shown) {
            audit.record(AuditEvent.done(CourseEvents.HIDDEN, actor).with("course", uid));
        }
        return shown;
    }

    String url(long course) {
        return self.with("/course/view.php?id=" + course);
    }

    private void giveRole(User person, long course) {
        String role = settings.defaultRole();
        if (!role.isEmpty() && platform.roles().find(role).isPresent()) {
            platform.enrolments().enrol(person.id(), course, role, MANUAL, Optional.empty(), Optional.empty());
        }
    }

    /** Somebody may have removed the course of a former copy: nothing is to be done then. */
    private void visible(long id, boolean is) {
        platform.courses()
                .find(id)
                .filter(course -> course.visible() != is)
                .ifPresent(course -> platform.courses()
                        .update(
                                id,
                                new CourseDraft(
                                        course.shortname(),
                                        course.fullname(),
                                        course.idNumber(),
                                        course.summary(),
                                        is,
                                        course.category(),
                                        course.start(),
                                        course.end())));
    }

    /** The short name, with a number where another course has it. */
    private String free(String wanted) {
        String base = wanted.length() <= LONGEST_SHORTNAME ? wanted : wanted.substring(0, LONGEST_SHORTNAME);
        String name = base;
        for (int number = 2; platform.courses().findByShortname(name.strip()).isPresent(); number++) {
            name = base + " (" + number + ")";
        }
        return name;
    }

    private static String name(String fullname) {
        String stripped = fullname.strip();
        return stripped.isEmpty() ? "?" : stripped.length() <= 1333 ? stripped : stripped.substring(0, 1333);
    }
}
