package network.constellation.app.demo;

import static network.constellation.app.demo.Tour.require;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.courses.Catalog;
import network.constellation.peer.courses.CourseOrders;
import network.constellation.peer.courses.CourseShelf;
import network.constellation.peer.courses.CourseVersion;
import network.constellation.peer.courses.UnfitPackageException;
import network.constellation.peer.courses.Verdict;
import network.constellation.peer.enrolment.CoursesElsewhere;
import network.constellation.peer.enrolment.Offer;
import network.constellation.peer.platform.Completion;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;

/** A course is published, found, deployed, and a learner of another school is in it. */
final class CourseSteps {
    private static final String LEARNER = "dario";

    private final DemoWorld world;
    private final Visitor visitor;
    private final DemoCourses courses;
    private List<CourseVersion> versions = List.of();

    CourseSteps(DemoWorld world, Visitor visitor) {
        this.world = world;
        this.visitor = visitor;
        this.courses = new DemoCourses(world);
    }

    String publish() throws Exception {
        courses.roles();
        versions = courses.publish();
        List<String> shown = world.site("c").get(Catalog.class).search("", Optional.of(library())).stream()
                .map(offered -> offered.entry().sheet().title())
                .toList();
        for (CourseVersion version : versions) {
            require(
                    shown.contains(version.sheet().title()),
                    "Cedar School does not see " + version.sheet().title());
        }
        return "2 packages written at A, shown by the library at B: "
                + versions.stream()
                        .map(version -> "\"" + version.sheet().title() + "\"")
                        .collect(Collectors.joining(", "));
    }

    /** What is no sound package never gets onto a shelf. */
    String refuse() throws Exception {
        byte[] fake = "This is a picture of a course, and no course.".getBytes(StandardCharsets.UTF_8);
        try {
            world.site("a").get(CourseShelf.class).add(new ByteArrayInputStream(fake), Optional.empty(), "alice");
        } catch (UnfitPackageException refused) {
            return "refused: " + refused.getMessage();
        }
        throw new IllegalStateException("Something that is no course package was taken");
    }

    String deploy() throws Exception {
        CourseVersion version = stars();
        DemoSite c = world.site("c");
        CourseOrders orders = c.get(CourseOrders.class);
        Verdict verdict = orders.tryDeploy(courses.wish(orders.newNumber(), version));
        require(verdict.allowed(), "The dry run says no: " + verdict.stop());
        Course course = courses.deploy(version);
        CourseOutline outline = c.get(Platform.class).contents().outline(course.id());
        require(
                outline.activities().size() == 5,
                "The copy has " + outline.activities().size() + " activities");
        require(
                outline.allFiles().size() == 2,
                "The copy has " + outline.allFiles().size() + " files");
        return "dry run: possible; \"" + course.fullname() + "\" is course " + course.id()
                + " at C with 5 activities, 2 files";
    }

    String enrol() {
        Course course = taught();
        courses.open(course);
        DemoSite d = world.site("d");
        User dario = d.get(Platform.class).users().findLocal(LEARNER).orElseThrow();
        CoursesElsewhere elsewhere = d.get(CoursesElsewhere.class);
        List<Offer> offers = elsewhere.refresh(world.site("c").wwwroot());
        require(
                offers.stream().anyMatch(offer -> offer.courseId() == course.id()),
                "Dune School does not see the course");
        elsewhere.enrol(
                dario, world.site("c").wwwroot(), course.id(), Optional.empty(), CoursesElsewhere.Asker.learner(dario));
        boolean in = elsewhere.participants(world.site("c").wwwroot(), course.id()).stream()
                .anyMatch(participant -> participant.username().equals(LEARNER));
        require(in, "dario is not among the participants");
        return offers.size() + " course open at C to learners of D; dario enrolled himself";
    }

    /** Through the pages: sign in at home, jump to the course, open an activity, mark it as done. */
    String complete() {
        DemoSite c = world.site("c");
        DemoSite d = world.site("d");
        Course course = taught();
        visitor.submit(
                d.wwwroot().with("/login"), "/login", Map.of("username", LEARNER, "password", DemoWorld.PASSWORD));
        Visitor.Seen landed = visitor.open(Visitor.jump(d, c, "/course/view.php?id=" + course.id()));
        require(
                landed.status() == 200
                        && landed.isAt(c.wwwroot().value())
                        && landed.page().contains(course.fullname()),
                "dario came to " + landed.url() + " with status " + landed.status());
        Platform platform = c.get(Platform.class);
        CourseActivity activity =
                platform.contents().outline(course.id()).activities().get(0);
        String page = c.wwwroot().with("/course/activity/" + activity.id());
        visitor.submit(page, page + "/done", Map.of("done", "1"));
        long there = platform.users()
                .find(new UserKey(d.wwwroot(), LEARNER))
                .orElseThrow()
                .id();
        Completion.Progress progress = platform.completion().progress(there, course.id());
        require(progress.done() >= 1, "Nothing is marked as done");
        return "dario roamed to C into the course: " + progress.done() + " of " + progress.counted()
                + " activities done";
    }

    Course taught() {
        return courses.deploy(stars());
    }

    private CourseVersion stars() {
        return versions.get(0);
    }

    private Wwwroot library() {
        return world.site("b").wwwroot();
    }
}
