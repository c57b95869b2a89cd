package network.constellation.peer.packages;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the documents of sections, activities and the course said, by the folder they lay in. */
final class PackageParts {
    private final Map<String, SectionPart> sections = new HashMap<>();
    private final Map<String, ActivityPart> activities = new HashMap<>();
    private final Map<String, ModulePart> modules = new HashMap<>();
    private Optional<CourseFacts> course = Optional.empty();
    private String courseContext = "";

    /** @param sequence numbers of the activities, in their order */
    record SectionPart(String id, int number, String name, String summary, boolean visible, List<String> sequence) {}

    /** The document of an activity's own kind. */
    record ActivityPart(String moduleId, String context, String name, String intro, String content, String url) {}

    /** What every activity has. @param completion 0 none, 1 by hand, 2 by conditions */
    record ModulePart(
            String id, String version, String module, boolean visible, int completion, boolean completionView) {}

    void addSection(String folder, FactsHandler facts) {
        String number = facts.fact("section/number").strip();
        sections.put(
                folder,
                new SectionPart(
                        facts.fact("section@id"),
                        number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE,
                        facts.fact("section/name"),
                        facts.fact("section/summary"),
                        facts.yes("section/visible", true),
                        Arrays.stream(facts.fact("section/sequence").split(","))
                                .map(String::strip)
                                .filter(id -> !id.isEmpty())
                                .toList()));
    }

    void addActivity(String folder, String module, FactsHandler facts) {
        String base = "activity/" + module + "/";
        activities.put(
                folder,
                new ActivityPart(
                        facts.fact("activity@moduleid"),
                        facts.fact("activity@contextid"),
                        facts.fact(base + "name"),
                        facts.fact(base + "intro"),
                        facts.fact(base + "content"),
                        facts.fact(base + "externalurl")));
    }

    void addModule(String folder, FactsHandler facts) {
        String completion = facts.fact("module/completion").strip();
        modules.put(
                folder,
                new ModulePart(
                        facts.fact("module@id"),
                        facts.fact("module@version"),
                        facts.fact("module/modulename"),
                        facts.yes("module/visible", true),
                        completion.matches("[0-2]") ? Integer.parseInt(completion) : 0,
                        facts.yes("module/completionview", false)));
    }

    void setCourse(FactsHandler facts) {
        courseContext = facts.fact("course@contextid");
        course = Optional.of(new CourseFacts(
                facts.fact("course/shortname").strip(),
                facts.fact("course/fullname").strip(),
                facts.fact("course/idnumber").strip(),
                facts.fact("course/summary"),
                facts.fact("course/format").strip(),
                facts.fact("course/lang").strip(),
                facts.yes("course/visible", true),
                facts.yes("course/enablecompletion", false),
                ManifestHandler.instant(facts.fact("course/startdate").strip()),
                ManifestHandler.instant(facts.fact("course/enddate").strip()),
                facts.fact("course/category/name").strip()));
    }

    Optional<CourseFacts> course() {
        return course;
    }

    String courseContext() {
        return courseContext;
    }

    @Nullable
    SectionPart section(String folder) {
        return sections.get(folder);
    }

    @Nullable
    ActivityPart activity(String folder) {
        return activities.get(folder);
    }

    @Nullable
    ModulePart module(String folder) {
        return modules.get(folder);
    }

    /** Folders with a document that makes them a part of the course. */
    Map<String, SectionPart> sections() {
        return sections;
    }

    Map<String, ModulePart> modules() {
        return modules;
    }
}
