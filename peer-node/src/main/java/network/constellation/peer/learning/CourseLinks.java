package network.constellation.peer.learning;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;

/**
 * Turns what texts of packages write instead of addresses into addresses of this site: {@code @@PLUGINFILE@@/a.png} is a file
 * beside the text, {@code $@PAGEVIEWBYID*7@$} an activity of the same course (section 4.2).
 */
final class CourseLinks {
    private static final Pattern FILE = Pattern.compile("@@PLUGINFILE@@/([^\"'\\s<>?#)]*)(\\?[^\"'\\s<>)]*)?");
    private static final Pattern PLACE =
            Pattern.compile("\\$@([A-Z0-9]+?)(?:VIEWBYID|INDEX)\\*([0-9]{1,18})(?:\\*[0-9]+)*@\\$");

    private final String base;
    private final long course;
    private final Map<String, Long> activities = new HashMap<>();

    /** @param base path of the site, empty or with a slash before */
    CourseLinks(String base, long course, CourseOutline outline) {
        this.base = base;
        this.course = course;
        outline.activities().forEach(activity -> activities.put(activity.key(), activity.id()));
    }

    /** Where the file is fetched from; its name stands there for people. */
    static String path(CourseFile file) {
        return "/course/file/" + file.id() + "/"
                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param files beside the text */
    String resolve(String text, List<CourseFile> files) {
        if (text.indexOf("@@") < 0 && text.indexOf("$@") < 0) {
            return text;
        }
        Map<String, CourseFile> byPath = new HashMap<>();
        files.forEach(file -> byPath.putIfAbsent(file.path(), file));
        String withFiles = FILE.matcher(text).replaceAll(found -> {
            CourseFile file = byPath.get(decoded(found.group(1)));
            return Matcher.quoteReplacement(file == null ? "#" : base + path(file));
        });
        return PLACE.matcher(withFiles).replaceAll(found -> {
            Long activity = activities.get(found.group(2));
            boolean inside = !found.group(1).equals("COURSE") && activity != null;
            return Matcher.quoteReplacement(
                    base + (inside ? "/course/activity/" + activity : "/course/view.php?id=" + course));
        });
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("&amp;", "&").replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }
}
