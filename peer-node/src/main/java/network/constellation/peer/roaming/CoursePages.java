package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Role;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.Visitor;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.PlainText;

/** The address at which every site of the network has its courses, so that a deep link lands on one: what we know of it. */
@Singleton
final class CoursePages implements Pages {
    private static final int MOST_SUMMARY = 4000;

    private final Platform platform;

    @Inject
    CoursePages(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/course/view.php", Access.user(), this::show);
    }

    private WebResponse show(WebRequest request) {
        String id = request.query("id");
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        Visitor visitor = request.user();
        Course course = platform.courses().find(Long.parseLong(id)).orElseThrow(NotFoundException::new);
        Set<String> held = platform.roles().held(visitor.id(), Scope.course(course.id()));
        if (!course.visible() && held.isEmpty() && !visitor.siteAdministrator()) {
            throw new NotFoundException();
        }
        String roles = held.stream()
                .sorted()
                .map(role -> platform.roles().find(role).map(Role::name).orElse(role))
                .collect(Collectors.joining(", "));
        Optional<Category> category = platform.courses().category(course.category());
        return PageView.of(CoursePages.class, "roaming/course.jte", "course.title", course.fullname())
                .with("course", course)
                .with("category", category.map(Category::name).orElse(""))
                .with("summary", PlainText.ofHtml(course.summary(), MOST_SUMMARY))
                .with("roles", roles)
                .answer();
    }
}
