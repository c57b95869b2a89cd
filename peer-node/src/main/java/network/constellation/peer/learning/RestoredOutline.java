package network.constellation.peer.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.packages.CourseFacts;
import network.constellation.peer.packages.OpenedPackage;
import network.constellation.peer.packages.PackageFile;
import network.constellation.peer.platform.CompletionTracking;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;
import network.constellation.peer.web.text.PlainText;
import org.jsoup.nodes.Entities;

/** The outline of a platform's course, as a package tells it. */
final class RestoredOutline {
    static final String EMPTY = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
    private static final int LONGEST_TITLE = 1333;
    private static final int LONGEST_MEDIA = 255;
    private static final int LONGEST_AREA = 100;

    private final OpenedPackage opened;
    private final Map<String, StoredContent> contents;
    private final Map<String, List<PackageFile>> byContext = new HashMap<>();
    private final boolean tracked;

    RestoredOutline(OpenedPackage opened, Map<String, StoredContent> contents) {
        this.opened = opened;
        this.contents = contents;
        this.tracked = opened.inventory().course().map(CourseFacts::completion).orElse(false);
        opened.files()
                .forEach(file -> byContext
                        .computeIfAbsent(file.context(), context -> new ArrayList<>())
                        .add(file));
    }

    CourseOutline outline() {
        Set<String> contexts = new HashSet<>();
        List<CourseSection> sections = new ArrayList<>();
        for (OpenedPackage.Section section : opened.sections()) {
            sections.add(new CourseSection(
                    PlainText.clean(section.name(), LONGEST_TITLE),
                    section.summary(),
                    section.visible(),
                    activities(section.activities(), contexts),
                    ofSection(section.id())));
        }
        if (!opened.loose().isEmpty()) {
            sections.add(CourseSection.of("", activities(opened.loose(), contexts)));
        }
        Set<String> known = new HashSet<>();
        opened.sections().forEach(section -> known.add(section.id()));
        List<CourseFile> own = opened.files().stream()
                .filter(file -> !contexts.contains(file.context()) && !belongsToSection(file, known))
                .flatMap(file -> stored(file).stream())
                .toList();
        return new CourseOutline(sections, own);
    }

    private List<CourseActivity> activities(List<OpenedPackage.Activity> from, Set<String> contexts) {
        List<CourseActivity> activities = new ArrayList<>();
        for (OpenedPackage.Activity activity : from) {
            // A context that two claim belongs to the first; its files must not come twice.
            boolean first = !activity.context().isEmpty()
                    && !activity.context().equals(opened.courseContext())
                    && contexts.add(activity.context());
            List<CourseFile> files = first
                    ? byContext.getOrDefault(activity.context(), List.of()).stream()
                            .flatMap(file -> stored(file).stream())
                            .toList()
                    : List.of();
            activities.add(new CourseActivity(
                    0,
                    activity.id(),
                    activity.module(),
                    PlainText.clean(activity.title(), LONGEST_TITLE),
                    activity.intro(),
                    activity.module().equals("url") ? link(activity) : activity.content(),
                    activity.visible(),
                    tracking(activity),
                    files));
        }
        return activities;
    }

    private static String link(OpenedPackage.Activity activity) {
        return activity.url().isBlank()
                ? ""
                : "<p><a href=\"" + Entities.escape(activity.url().strip()) + "\">" + Entities.escape(activity.title())
                        + "</a></p>";
    }

    /** Conditions that only the activity's own program could judge, a grade for example, become the learner's own word. */
    private CompletionTracking tracking(OpenedPackage.Activity activity) {
        if (!tracked || activity.completion() == 0) {
            return CompletionTracking.NONE;
        }
        return activity.completion() == 2 && activity.completionView()
                ? CompletionTracking.VIEW
                : CompletionTracking.MANUAL;
    }

    private List<CourseFile> ofSection(String id) {
        return byContext.getOrDefault(opened.courseContext(), List.of()).stream()
                .filter(file -> belongsToSection(file, Set.of(id)))
                .flatMap(file -> stored(file).stream())
                .toList();
    }

    private boolean belongsToSection(PackageFile file, Set<String> ids) {
        return file.context().equals(opened.courseContext())
                && file.component().equals("course")
                && file.area().equals("section")
                && ids.contains(file.item());
    }

    /** Nothing for a file whose content lies elsewhere or was left out. */
    private List<CourseFile> stored(PackageFile file) {
        StoredContent content = contents.get(file.sha1());
        if (content == null) {
            return List.of();
        }
        String area =
                file.area().length() <= LONGEST_AREA ? file.area() : file.area().substring(0, LONGEST_AREA);
        String media = file.mediaType().length() <= LONGEST_MEDIA ? file.mediaType() : "";
        return List.of(CourseFile.of(area, file.relative(), content.hash(), content.size(), media));
    }
}
