package network.constellation.peer.learning;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.CompletionTracking;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Role;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.Visitor;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;

/** The page of a course, at the address at which every site of the network has it, so that deep links land on it. */
@Singleton
final class LearningPages implements Pages {
    private final Platform platform;
    private final CourseAccess access;
    private final Usage usage;
    private final Set<CourseAction> actions;
    private final String site;
    private final String base;

    @Inject
    LearningPages(Platform platform, CourseAccess access, Usage usage, Set<CourseAction> actions, Tenant tenant) {
        this.platform = platform;
        this.access = access;
        this.usage = usage;
        this.actions = actions;
        this.site = tenant.wwwroot().value();
        this.base = tenant.wwwroot().path();
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/course/view.php", Access.user(), this::show);
    }

    static String path(long course) {
        return "/course/view.php?id=" + course;
    }

    private WebResponse show(WebRequest request) {
        String id = request.query("id");
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        Visitor visitor = request.user();
        CourseAccess.Standing standing = access.of(visitor, Long.parseLong(id));
        Course course = standing.course();
        CourseOutline outline = platform.contents().outline(course.id());
        CourseLinks links = new CourseLinks(base, course.id(), outline);
        SafeHtml html = new SafeHtml(site, base);
        List<CourseView.Part> parts = standing.enters() ? parts(visitor, standing, outline, links, html) : List.of();
        if (standing.enters()) {
            usage.record(UsageEvent.of(UsageKind.COURSE_VIEW).by(visitor.id()).in(course.id()));
        }
        List<CourseFile> summaryFiles = standing.enters() ? outline.files() : List.of();
        return PageView.of(LearningPages.class, "learning/course.jte", "course.title", course.fullname())
                .with("course", course)
                .with(
                        "category",
                        platform.courses()
                                .category(course.category())
                                .map(Category::name)
                                .orElse(""))
                .with("summary", html.content(links.resolve(course.summary(), summaryFiles)))
                .with("described", !course.summary().isBlank())
                .with("roles", roles(visitor, course.id()))
                .with("standing", standing)
                .with("progress", platform.completion().progress(visitor.id(), course.id()))
                .with(
                        "actions",
                        actions.stream()
                                .flatMap(action -> action.on(course, visitor).stream())
                                .toList())
                .with("parts", parts)
                .answer()
                .withHeader("Content-Security-Policy", ActivityPages.POLICY);
    }

    private String roles(Visitor visitor, long course) {
        Set<String> held = platform.roles().held(visitor.id(), Scope.course(course));
        return held.stream()
                .sorted()
                .map(role -> platform.roles().find(role).map(Role::name).orElse(role))
                .collect(Collectors.joining(", "));
    }

    private List<CourseView.Part> parts(
            Visitor visitor, CourseAccess.Standing standing, CourseOutline outline, CourseLinks links, SafeHtml html) {
        Map<Long, Instant> done =
                platform.completion().of(visitor.id(), standing.course().id());
        List<CourseView.Part> parts = new ArrayList<>();
        int number = 0;
        for (CourseSection section : outline.sections()) {
            if (section.visible() || standing.changes()) {
                List<CourseView.Step> steps = section.activities().stream()
                        .filter(activity -> activity.visible() || standing.changes())
                        .map(activity -> step(activity, done.containsKey(activity.id()), links, html))
                        .toList();
                if (!steps.isEmpty()
                        || !section.title().isEmpty()
                        || !section.summary().isBlank()) {
                    parts.add(new CourseView.Part(
                            number,
                            section.title(),
                            html.content(links.resolve(section.summary(), section.files())),
                            !section.visible(),
                            steps));
                }
            }
            number++;
        }
        return parts;
    }

    private static CourseView.Step step(CourseActivity activity, boolean done, CourseLinks links, SafeHtml html) {
        boolean text = activity.module().equals("label");
        return new CourseView.Step(
                activity.title(),
                CourseView.kind(activity.module()),
                text ? null : ActivityPages.path(activity.id()),
                html.content(text ? links.resolve(activity.intro() + activity.text(), activity.files()) : ""),
                !activity.visible(),
                done ? CourseView.done() : null,
                !done && activity.tracking() != CompletionTracking.NONE);
    }
}
