package network.constellation.app.demo;

import static network.constellation.app.demo.Tour.require;

import java.time.Duration;
import java.util.Map;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;

/** A person goes from site to site, and leaves all at once. */
final class RoamingSteps {
    private static final String USER = "alice";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DemoWorld world;
    private final Visitor visitor;

    RoamingSteps(DemoWorld world, Visitor visitor) {
        this.world = world;
        this.visitor = visitor;
    }

    String roam() {
        DemoSite a = world.site("a");
        DemoSite b = world.site("b");
        Visitor.Seen home = visitor.submit(
                a.wwwroot().with("/login"), "/login", Map.of("username", USER, "password", DemoWorld.PASSWORD));
        require(home.status() == 200 && home.isAt(a.wwwroot().value()), "alice could not sign in at " + a.name());
        Visitor.Seen landed = visitor.open(Visitor.jump(a, b, "/account"));
        require(
                landed.status() == 200
                        && landed.url().toString().equals(b.wwwroot().with("/account")),
                "alice came to " + landed.url() + " with status " + landed.status());
        User there = b.get(Platform.class)
                .users()
                .find(new UserKey(a.wwwroot(), USER))
                .orElseThrow(() -> new IllegalStateException(b.name() + " has no account for alice"));
        return "alice of " + a.name() + " is signed in at " + b.name() + " as its user " + there.id();
    }

    String deepLink() {
        DemoSite c = world.site("c");
        Course course = c.get(Platform.class)
                .courses()
                .findByShortname(SampleCourses.STARS)
                .orElseThrow(() -> new IllegalStateException("The sample course is missing"));
        Visitor.Seen landed = visitor.open(Visitor.jump(world.site("a"), c, "/course/view.php?id=" + course.id()));
        require(
                landed.status() == 200
                        && landed.isAt(c.wwwroot().value())
                        && landed.page().contains(course.fullname()),
                "the deep link led to " + landed.url() + " with status " + landed.status());
        return "one click, landed on the course \"" + course.fullname() + "\" at " + c.name();
    }

    String logout() {
        DemoSite a = world.site("a");
        visitor.submit(a.wwwroot().with("/logout"), "/logout", Map.of());
        require(signedOut("a"), "alice is still signed in at home");
        Waiting.until(PATIENCE, "alice is signed out at B and C", () -> signedOut("b") && signedOut("c"));
        return "signed out at A, and by that at B and C";
    }

    private boolean signedOut(String key) {
        String url =
                visitor.open(world.site(key).wwwroot().with("/account")).url().toString();
        return !url.equals(world.site(key).wwwroot().with("/account"));
    }
}
