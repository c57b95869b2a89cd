package network.constellation.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.courses.CourseCopy;
import network.constellation.peer.courses.CourseOrders;
import network.constellation.peer.courses.CourseSettings;
import network.constellation.peer.courses.CourseShelf;
import network.constellation.peer.courses.CourseVersion;
import network.constellation.peer.courses.KnownSites;
import network.constellation.peer.courses.NodeRole;
import network.constellation.peer.courses.NodeRoles;
import network.constellation.peer.courses.Publications;
import network.constellation.peer.courses.ShelfOrder;
import network.constellation.peer.courses.UnfitPackageException;
import network.constellation.peer.enrolment.CoursesElsewhere;
import network.constellation.peer.enrolment.OpenCourses;
import network.constellation.peer.enrolment.Opening;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;

/** The way of the sample courses: written at A, shown by the library at B, taught at C, open to learners of D. */
final class DemoCourses {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACTOR = "demo";
    /** The same packages each time, so that a second run on the same data finds its versions. */
    private static final Instant WRITTEN = Instant.parse("2026-09-01T08:00:00Z");

    private final DemoWorld world;

    DemoCourses(DemoWorld world) {
        this.world = world;
    }

    /** What each site does in the publishing network, and where arriving courses are put. */
    void roles() {
        role("a", NodeRole.FACTORY, "Drafts");
        role("b", NodeRole.CATALOG, "Shelves");
        role("c", NodeRole.LEARNING_AREA, "Science");
        role("d", NodeRole.LEARNING_AREA, "Nature");
    }

    private void role(String key, NodeRole role, String shelf) {
        Platform platform = world.site(key).get(Platform.class);
        Category category = platform.courses().categories().stream()
                .filter(one -> one.name().equals(shelf))
                .findFirst()
                .orElseGet(() -> platform.courses().createCategory(shelf, "", "", 0));
        CourseSettings settings = world.site(key).get(CourseSettings.class);
        settings.setRoles(NodeRoles.of(role), ACTOR);
        settings.setDeployCategory(Optional.of(category.id()), ACTOR);
        settings.setDefaultRole("editingteacher", ACTOR);
    }

    /** Both packages on Alice's shelf and shown in the library. */
    List<CourseVersion> publish() throws IOException, UnfitPackageException {
        return publish(2);
    }

    /** Both packages on Alice's shelf, the first ones shown in the library. */
    List<CourseVersion> publish(int shown) throws IOException, UnfitPackageException {
        DemoSite a = world.site("a");
        Path folder = Files.createTempDirectory("constellation-courses");
        try {
            SampleCourses samples = new SampleCourses(a.wwwroot().value(), WRITTEN);
            List<CourseVersion> versions = List.of(shelve(samples.stars(folder)), shelve(samples.birds(folder)));
            Optional<User> alice = a.get(Platform.class).users().findLocal("alice");
            for (CourseVersion version : versions.subList(0, shown)) {
                CourseOrders orders = a.get(CourseOrders.class);
                ShelfOrder order = a.get(Publications.class)
                        .publish(orders.newNumber(), version, world.site("b").wwwroot(), alice, false);
                done(a, order.id());
            }
            for (String key : DemoWorld.KEYS) {
                world.site(key).get(KnownSites.class).refresh();
            }
            return versions;
        } finally {
            for (String name : List.of("reading-the-night-sky.mbz", "oiseaux-du-nord.mbz")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
    }

    private CourseVersion shelve(Path file) throws IOException, UnfitPackageException {
        try (InputStream in = Files.newInputStream(file)) {
            return world.site("a")
                    .get(CourseShelf.class)
                    .add(in, Optional.empty(), "alice")
                    .version();
        }
    }

    /** Chen's copy at C: made now, or by an earlier run. */
    Course deploy(CourseVersion version) {
        DemoSite c = world.site("c");
        Optional<CourseCopy> there = c.get(CourseShelf.class).deployed().stream()
                .filter(copy -> copy.complete() && copy.uid().equals(version.uid()))
                .findFirst();
        long course = there.map(CourseCopy::course).orElseGet(() -> {
            CourseOrders orders = c.get(CourseOrders.class);
            String number = orders.newNumber();
            orders.deploy(wish(number, version));
            return done(c, number).copyCourse();
        });
        return c.get(Platform.class).courses().find(course).orElseThrow();
    }

    CourseOrders.Wish wish(String number, CourseVersion version) {
        return new CourseOrders.Wish(
                number,
                version.uid(),
                world.site("b").wwwroot(),
                world.site("c").get(Platform.class).users().findLocal("chen"),
                0);
    }

    /** Learners of other schools may come by themselves. */
    void open(Course course) {
        DemoSite c = world.site("c");
        User chen = c.get(Platform.class).users().findLocal("chen").orElseThrow();
        c.get(Platform.class).roles().assign(chen.id(), "editingteacher", Scope.course(course.id()));
        c.get(OpenCourses.class)
                .open(
                        chen.id(),
                        new Opening(course.id(), Optional.empty(), "student", List.of(), true, 30, WRITTEN, "chen"));
        world.site("d").get(CoursesElsewhere.class).refresh(c.wwwroot());
    }

    private static ShelfOrder done(DemoSite site, String number) {
        CourseOrders orders = site.get(CourseOrders.class);
        Waiting.until(
                PATIENCE,
                "the order about a course ends",
                () -> orders.find(number)
                        .filter(order -> order.state() != ShelfOrder.State.OPEN)
                        .isPresent());
        ShelfOrder order = orders.find(number).orElseThrow();
        if (order.state() != ShelfOrder.State.DONE) {
            throw new IllegalStateException(order.course().title() + ": " + order.note());
        }
        return order;
    }
}
