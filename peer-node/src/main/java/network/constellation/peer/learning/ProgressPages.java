package network.constellation.peer.learning;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import network.constellation.peer.platform.Completion;
import network.constellation.peer.platform.CompletionTracking;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseSection;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** For whoever teaches: who has done what. */
@Singleton
final class ProgressPages implements Pages {
    private static final String NAME = "name";
    private static final String DONE = "done";

    private final Platform platform;
    private final CourseAccess access;
    private final Texts texts;

    @Inject
    ProgressPages(Platform platform, CourseAccess access, Texts texts) {
        this.platform = platform;
        this.access = access;
        this.texts = texts;
    }

    /** One learner. @param done how many of the tracked activities */
    private record Learner(User user, Map<Long, java.time.Instant> activities, int done) {}

    @Override
    public void routes(Routes routes) {
        routes.get("/course/progress/{id}", Access.user(), this::show);
    }

    private WebResponse show(WebRequest request) {
        CourseAccess.Standing standing = access.of(request.user(), request.number("id"));
        if (!standing.watches()) {
            return WebResponse.forbidden(Message.of(ProgressPages.class, "progress.notYours"));
        }
        long course = standing.course().id();
        List<CourseActivity> tracked = platform.contents().outline(course).sections().stream()
                .filter(CourseSection::visible)
                .flatMap(section -> section.activities().stream())
                .filter(activity -> activity.visible() && activity.tracking() != CompletionTracking.NONE)
                .toList();
        TableQuery query = TableQuery.from(request, NAME, Set.of(NAME, DONE), Set.of());
        List<Learner> learners = new ArrayList<>(learners(course, tracked));
        String search = query.search().toLowerCase(Locale.ROOT);
        learners.removeIf(
                learner -> !(learner.user().fullName() + " " + learner.user().username())
                        .toLowerCase(Locale.ROOT)
                        .contains(search));
        Comparator<Learner> order = query.sort().equals(DONE)
                ? Comparator.comparingInt(Learner::done)
                : Comparator.comparing(learner -> learner.user().fullName(), String.CASE_INSENSITIVE_ORDER);
        learners.sort(query.descending() ? order.reversed() : order);
        List<Learner> shown =
                learners.stream().skip(query.offset()).limit(query.size()).toList();
        Table table = table(request, query, new Slice<>(shown, learners.size()), tracked);
        if (query.csv()) {
            return WebResponse.csv(ProgressPages.class, table, "progress-" + course);
        }
        return PageView.of(ProgressPages.class, "learning/progress.jte", "progress.title")
                .under("activity.course", LearningPages.path(course))
                .with("course", standing.course())
                .with("table", table)
                .answer();
    }

    /** Everybody enrolled, and everybody who did something before leaving. */
    private List<Learner> learners(long course, List<CourseActivity> tracked) {
        Map<Long, Completion.Account> accounts = new HashMap<>();
        platform.completion().accounts(course).forEach(account -> accounts.put(account.user(), account));
        Set<Long> people = new HashSet<>(accounts.keySet());
        platform.enrolments().in(course).stream().map(Enrolment::userId).forEach(people::add);
        List<Learner> learners = new ArrayList<>();
        for (long person : people) {
            platform.users().find(person).ifPresent(user -> {
                Completion.Account account = accounts.get(person);
                Map<Long, java.time.Instant> done = account == null ? Map.of() : account.activities();
                int counted = (int) tracked.stream()
                        .filter(activity -> done.containsKey(activity.id()))
                        .count();
                learners.add(new Learner(user, done, counted));
            });
        }
        return learners;
    }

    private Table table(WebRequest request, TableQuery query, Slice<Learner> slice, List<CourseActivity> tracked) {
        Texts.Text words = texts.in(request.locale(), ProgressPages.class);
        Table.Builder<Learner> table = Table.of(words.say("progress.title"), query, slice)
                .sortable(
                        words.say("progress.done"),
                        DONE,
                        learner -> Cell.text(words.say("progress.of", learner.done(), tracked.size())))
                .sortable(
                        words.say("progress.name"),
                        NAME,
                        learner -> Cell.text(learner.user().fullName()));
        for (CourseActivity activity : tracked) {
            table.column(
                    activity.title(),
                    learner -> learner.activities().containsKey(activity.id())
                            ? Cell.badge(CourseView.done())
                            : Cell.text("–"));
        }
        return table.whenEmpty(EmptyState.of(ProgressPages.class, "progress.empty.title", "progress.empty.text"))
                .done();
    }
}
