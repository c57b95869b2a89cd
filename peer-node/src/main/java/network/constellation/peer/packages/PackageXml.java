package network.constellation.peer.packages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.platform.CompletionTracking;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseSection;

/** The documents of a package that is being made, in the form that Moodle 4 writes and every later one reads. */
final class PackageXml {
    static final String MOODLE_VERSION = "2022112800";
    private static final String MOODLE_RELEASE = "4.1 (Constellation)";
    private static final long COURSE_CONTEXT = 50;
    private static final long FIRST_CONTEXT = 100;
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private final PackageDraft draft;
    private final Map<ContentHash, String> sha1;
    private final Map<String, byte[]> documents = new LinkedHashMap<>();
    private final List<Placed> activities = new ArrayList<>();
    private final MoodleXml files = new MoodleXml().begin("files");
    private long fileIds;

    private record Placed(CourseActivity activity, long id, long context, int section) {
        String folder() {
            return "activities/" + activity.module() + "_" + id;
        }
    }

    PackageXml(PackageDraft draft, Map<ContentHash, String> sha1) {
        this.draft = draft;
        this.sha1 = sha1;
        place();
    }

    /** Numbers that are keys already stay, so that a package made of a restored course has the same; others get free ones. */
    private void place() {
        Set<String> taken = new HashSet<>();
        draft.outline().activities().forEach(activity -> taken.add(activity.key()));
        long free = 1;
        int section = 0;
        for (CourseSection part : draft.outline().sections()) {
            for (CourseActivity activity : part.activities()) {
                boolean number = activity.key().matches("[1-9][0-9]{0,17}");
                while (!number && taken.contains(String.valueOf(free))) {
                    free++;
                }
                long id = number ? Long.parseLong(activity.key()) : free++;
                activities.add(new Placed(activity, id, FIRST_CONTEXT + activities.size(), section));
            }
            section++;
        }
    }

    /** By name, in the order in which they stand in the archive. */
    Map<String, byte[]> documents() {
        activities.forEach(this::activity);
        documents.put("completion.xml", MoodleXml.empty("course_completion"));
        course();
        int number = 0;
        for (CourseSection section : draft.outline().sections()) {
            section(section, number++);
        }
        draft.outline().files().forEach(file -> file("course", COURSE_CONTEXT, 0, file));
        documents.put("files.xml", files.end().bytes());
        documents.put(
                "gradebook.xml", MoodleXml.empty("gradebook", "grade_categories", "grade_items", "grade_letters"));
        documents.put("groups.xml", MoodleXml.empty("groups", "groupings"));
        documents.put("moodle_backup.xml", manifest());
        documents.put("outcomes.xml", MoodleXml.empty("outcomes_definition"));
        documents.put("questions.xml", MoodleXml.empty("question_categories"));
        documents.put("roles.xml", MoodleXml.empty("roles_definition"));
        documents.put("scales.xml", MoodleXml.empty("scales_definition"));
        return documents;
    }

    private void activity(Placed placed) {
        CourseActivity activity = placed.activity();
        boolean page = activity.module().equals("page");
        MoodleXml xml = new MoodleXml()
                .begin(
                        "activity",
                        "id",
                        placed.id(),
                        "moduleid",
                        placed.id(),
                        "modulename",
                        activity.module(),
                        "contextid",
                        placed.context())
                .begin(activity.module(), "id", placed.id())
                .leaf("name", activity.title())
                .leaf("intro", page || isLink(activity) ? activity.intro() : activity.intro() + activity.text())
                .leaf("introformat", 1);
        if (page) {
            xml.leaf("content", activity.text()).leaf("contentformat", 1).leaf("display", 5);
        } else if (isLink(activity)) {
            Matcher link = LINK.matcher(activity.text());
            xml.leaf("externalurl", link.find() ? link.group(1).replace("&amp;", "&") : "")
                    .leaf("display", 0);
        }
        xml.leaf("timemodified", draft.made().getEpochSecond()).end().end();
        documents.put(placed.folder() + "/" + activity.module() + ".xml", xml.bytes());
        documents.put(
                placed.folder() + "/grades.xml", MoodleXml.empty("activity_gradebook", "grade_items", "grade_letters"));
        documents.put(placed.folder() + "/inforef.xml", MoodleXml.empty("inforef"));
        documents.put(placed.folder() + "/module.xml", module(placed));
        documents.put(placed.folder() + "/roles.xml", MoodleXml.empty("roles", "role_overrides", "role_assignments"));
        activity.files().forEach(file -> file("mod_" + activity.module(), placed.context(), 0, file));
    }

    private static boolean isLink(CourseActivity activity) {
        return activity.module().equals("url");
    }

    private byte[] module(Placed placed) {
        CompletionTracking tracking = placed.activity().tracking();
        return new MoodleXml()
                .begin("module", "id", placed.id(), "version", MOODLE_VERSION)
                .leaf("modulename", placed.activity().module())
                .leaf("sectionid", sectionId(placed.section()))
                .leaf("sectionnumber", placed.section())
                .leaf("idnumber", "")
                .leaf("added", draft.made().getEpochSecond())
                .leaves(0, "score", "indent")
                .leaf("visible", placed.activity().visible() ? 1 : 0)
                .leaf("visibleold", 1)
                .leaves(0, "groupmode", "groupingid")
                .leaf("completion", tracking.ordinal())
                .leaf("completiongradeitemnumber", MoodleXml.NOTHING)
                .leaf("completionview", tracking == CompletionTracking.VIEW ? 1 : 0)
                .leaf("completionexpected", 0)
                .leaf("availability", MoodleXml.NOTHING)
                .leaf("showdescription", 0)
                .end()
                .bytes();
    }

    private void section(CourseSection section, int number) {
        StringBuilder sequence = new StringBuilder();
        activities.stream()
                .filter(placed -> placed.section() == number)
                .forEach(placed ->
                        sequence.append(sequence.length() == 0 ? "" : ",").append(placed.id()));
        String folder = "sections/section_" + sectionId(number);
        documents.put(folder + "/inforef.xml", MoodleXml.empty("inforef"));
        documents.put(
                folder + "/section.xml",
                new MoodleXml()
                        .begin("section", "id", sectionId(number))
                        .leaf("number", number)
                        .leaf("name", section.title().isEmpty() ? MoodleXml.NOTHING : section.title())
                        .leaf("summary", section.summary())
                        .leaf("summaryformat", 1)
                        .leaf("sequence", sequence)
                        .leaf("visible", section.visible() ? 1 : 0)
                        .leaf("availabilityjson", MoodleXml.NOTHING)
                        .end()
                        .bytes());
        section.files().forEach(file -> file("course", COURSE_CONTEXT, sectionId(number), file));
    }

    private static long sectionId(int number) {
        return number + 1L;
    }

    private void course() {
        boolean tracked = draft.outline().activities().stream()
                .anyMatch(activity -> activity.tracking() != CompletionTracking.NONE);
        documents.put(
                "course/course.xml",
                new MoodleXml()
                        .begin("course", "id", draft.courseId(), "contextid", COURSE_CONTEXT)
                        .leaf("shortname", draft.shortname())
                        .leaf("fullname", draft.fullname())
                        .leaf("idnumber", draft.idNumber())
                        .leaf("summary", draft.summary())
                        .leaf("summaryformat", 1)
                        .leaf("format", "topics")
                        .leaf("startdate", draft.made().getEpochSecond())
                        .leaf("enddate", 0)
                        .leaf("visible", 1)
                        .leaf("lang", draft.language())
                        .leaf("enablecompletion", tracked ? 1 : 0)
                        .begin("category", "id", 1)
                        .leaf("name", "Courses")
                        .leaf("description", MoodleXml.NOTHING)
                        .end()
                        .begin("tags")
                        .end()
                        .end()
                        .bytes());
        documents.put("course/enrolments.xml", MoodleXml.empty("enrolments", "enrols"));
        documents.put("course/inforef.xml", MoodleXml.empty("inforef"));
        documents.put("course/roles.xml", MoodleXml.empty("roles", "role_overrides", "role_assignments"));
    }

    private void file(String component, long context, long item, CourseFile file) {
        int name = file.path().lastIndexOf('/') + 1;
        String hash = sha1.get(file.content());
        files.begin("file", "id", ++fileIds)
                .leaf("contenthash", hash == null ? "" : hash)
                .leaf("contextid", context)
                .leaf("component", component)
                .leaf("filearea", file.area())
                .leaf("itemid", item)
                .leaf("filepath", "/" + file.path().substring(0, name))
                .leaf("filename", file.name())
                .leaf("userid", MoodleXml.NOTHING)
                .leaf("filesize", file.size())
                .leaf("mimetype", file.mediaType())
                .leaf("status", 0)
                .leaf("timecreated", draft.made().getEpochSecond())
                .leaf("timemodified", draft.made().getEpochSecond())
                .leaf("source", file.name())
                .leaf("author", draft.author().author())
                .leaf("license", draft.author().licence())
                .leaf("sortorder", 0)
                .leaves(MoodleXml.NOTHING, "repositorytype", "repositoryid", "reference")
                .end();
    }

    private byte[] manifest() {
        return new ManifestXml(draft, MOODLE_VERSION, MOODLE_RELEASE, COURSE_CONTEXT)
                .write(activities.stream()
                        .map(placed -> new ManifestXml.Part(
                                placed.id(),
                                sectionId(placed.section()),
                                placed.activity().module(),
                                placed.activity().title(),
                                placed.folder()))
                        .toList());
    }
}
