package network.constellation.peer.learning;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.constellation.peer.platform.CompletionTracking;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseContents;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageProblem;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.Visitor;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;

/** One activity: what it says, its files, and whether it is done. */
@Singleton
final class ActivityPages implements Pages {
    /** The frame's own policy, with sounds and films of this site. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
            + "base-uri 'none'";

    /** Kinds whose content is the text itself; others list the files they came with. */
    private static final List<String> TEXTS = List.of("page", "label", "url");

    /** Kinds that this platform shows whole. */
    private static final List<String> WHOLE = List.of("page", "label", "url", "resource", "folder");

    private final Platform platform;
    private final CourseAccess access;
    private final Usage usage;
    private final String site;
    private final String base;

    @Inject
    ActivityPages(Platform platform, CourseAccess access, Usage usage, Tenant tenant) {
        this.platform = platform;
        this.access = access;
        this.usage = usage;
        this.site = tenant.wwwroot().value();
        this.base = tenant.wwwroot().path();
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/course/activity/{id}", Access.user(), this::show)
                .post("/course/activity/{id}/done", Access.user(), this::mark)
                .post("/course/activity/{id}/tracking", Access.user(), this::track);
    }

    static String path(long activity) {
        return "/course/activity/" + activity;
    }

    private CourseContents.Placed placed(WebRequest request) {
        return platform.contents().activity(request.number("id")).orElseThrow(NotFoundException::new);
    }

    private WebResponse show(WebRequest request) {
        CourseContents.Placed placed = placed(request);
        Visitor visitor = request.user();
        CourseAccess.Standing standing = access.inside(visitor, placed.course(), placed.visible());
        CourseActivity activity = placed.activity();
        if (activity.tracking() == CompletionTracking.VIEW && request.method().equals("GET")) {
            complete(visitor, placed, true);
        }
        CourseOutline outline = platform.contents().outline(placed.course());
        CourseLinks links = new CourseLinks(base, placed.course(), outline);
        SafeHtml html = new SafeHtml(site, base);
        Map<Long, java.time.Instant> done = platform.completion().of(visitor.id(), placed.course());
        List<CourseActivity> order = order(outline, standing.changes());
        int here = order.stream().map(CourseActivity::id).toList().indexOf(activity.id());
        return PageView.of(ActivityPages.class, "learning/activity.jte", "activity.title", activity.title())
                .under("activity.course", LearningPages.path(placed.course()))
                .with("activity", activity)
                .with("course", standing.course())
                .with("kind", CourseView.kind(activity.module()))
                .with("intro", html.content(links.resolve(activity.intro(), ordered(activity, "intro"))))
                .with("text", html.content(links.resolve(activity.text(), ordered(activity, "content"))))
                .with("files", files(activity))
                .with("whole", WHOLE.contains(activity.module()))
                .with("done", done.containsKey(activity.id()))
                .with("changes", standing.changes())
                .with("before", here > 0 ? List.of(order.get(here - 1)) : List.of())
                .with("after", here >= 0 && here + 1 < order.size() ? List.of(order.get(here + 1)) : List.of())
                .answer()
                .withHeader("Content-Security-Policy", POLICY);
    }

    /** Files of this area first, as two areas may have the same path. */
    private static List<CourseFile> ordered(CourseActivity activity, String area) {
        List<CourseFile> ordered = new ArrayList<>(activity.files());
        ordered.sort(java.util.Comparator.comparing(file -> !file.area().equals(area)));
        return ordered;
    }

    private static List<CourseView.FileLink> files(CourseActivity activity) {
        return activity.files().stream()
                .filter(file ->
                        !TEXTS.contains(activity.module()) && !file.area().equals("intro"))
                .map(file -> new CourseView.FileLink(file.path(), CourseLinks.path(file), file.size()))
                .toList();
    }

    /** Those that have a page of their own, in the order of the course. */
    private static List<CourseActivity> order(CourseOutline outline, boolean all) {
        return outline.sections().stream()
                .filter(section -> section.visible() || all)
                .map(CourseSection::activities)
                .flatMap(List::stream)
                .filter(activity ->
                        (activity.visible() || all) && !activity.module().equals("label"))
                .toList();
    }

    private WebResponse mark(WebRequest request) {
        CourseContents.Placed placed = placed(request);
        access.inside(request.user(), placed.course(), placed.visible());
        if (placed.activity().tracking() != CompletionTracking.MANUAL) {
            throw new PageProblem(409, Message.of(ActivityPages.class, "activity.notByHand"));
        }
        boolean done = request.form("done").equals("1");
        complete(request.user(), placed, done);
        return WebResponse.redirect(path(placed.activity().id()))
                .withNotice(Message.of(ActivityPages.class, done ? "activity.marked" : "activity.unmarked"));
    }

    private void complete(Visitor visitor, CourseContents.Placed placed, boolean done) {
        boolean changed =
                platform.completion().complete(visitor.id(), placed.activity().id(), done);
        if (changed && done) {
            usage.record(UsageEvent.of(UsageKind.COMPLETE).by(visitor.id()).in(placed.course()));
        }
    }

    private WebResponse track(WebRequest request) {
        CourseContents.Placed placed = placed(request);
        CourseAccess.Standing standing = access.inside(request.user(), placed.course(), placed.visible());
        if (!standing.changes()) {
            return WebResponse.forbidden(Message.of(ActivityPages.class, "activity.notYours"));
        }
        CompletionTracking tracking = switch (request.form("tracking")) {
            case "manual" -> CompletionTracking.MANUAL;
            case "view" -> CompletionTracking.VIEW;
            case "none" -> CompletionTracking.NONE;
            default -> throw new PageProblem(400, Message.of(ActivityPages.class, "activity.tracking.wrong"));
        };
        platform.contents().track(placed.activity().id(), tracking);
        return WebResponse.redirect(path(placed.activity().id()))
                .withNotice(Message.of(ActivityPages.class, "activity.tracking.saved"));
    }
}
