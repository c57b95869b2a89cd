package network.constellation.peer.learning;

import gg.jte.Content;
import java.util.List;
import network.constellation.peer.platform.Completion;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.State;
import org.jspecify.annotations.Nullable;

/** What the templates of courses show. */
public final class CourseView {
    /** A course that nobody has filled. */
    public static final EmptyState EMPTY = EmptyState.of(CourseView.class, "course.empty.title", "course.empty.text");

    private CourseView() {}

    /** @param title empty for one that has only its place @param link null where it is not shown */
    public record Part(int number, String title, Content summary, boolean hidden, List<Step> steps) {}

    /**
     * One activity in the outline.
     *
     * @param path null for a text that stands in the outline itself
     * @param badge that it is done; null where it is not
     * @param open it is still to be done
     */
    public record Step(
            String title,
            Message kind,
            @Nullable String path,
            Content text,
            boolean hidden,
            @Nullable Badge badge,
            boolean open) {}

    /** A file to open or keep. @param size in bytes */
    public record FileLink(String name, String path, long size) {}

    /** A course on somebody's front page. */
    public record Mine(String name, String path, String roles, Completion.Progress progress) {}

    static Badge done() {
        return Badge.of(State.GOOD, CourseView.class, "step.done");
    }

    /** The kind of an activity in words; a kind we have no word for says its own. */
    public static Message kind(String module) {
        return Kinds.WORDS.contains(module)
                ? Message.of(CourseView.class, "kind." + module)
                : Message.of(CourseView.class, "kind.other", module);
    }

    /** Kinds that every platform has. */
    private static final class Kinds {
        private static final List<String> WORDS = List.of(
                "page",
                "label",
                "url",
                "resource",
                "folder",
                "forum",
                "glossary",
                "quiz",
                "assign",
                "book",
                "lesson",
                "scorm",
                "imscp",
                "choice",
                "feedback",
                "survey",
                "wiki",
                "workshop",
                "data",
                "chat",
                "lti",
                "h5pactivity",
                "bigbluebuttonbn");
    }
}
