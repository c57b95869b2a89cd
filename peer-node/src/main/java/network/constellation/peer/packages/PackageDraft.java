package network.constellation.peer.packages;

import java.time.Instant;
import network.constellation.peer.platform.CourseOutline;

/**
 * A course to be made into a package.
 *
 * @param courseId number at the site it comes from
 * @param summary HTML
 * @param language code such as {@code fr}, empty for the reader's own
 * @param wwwroot the site it comes from
 * @param made when; also its start
 * @param author name and licence for its files, as {@code files.xml} tells them
 */
public record PackageDraft(
        long courseId,
        String fullname,
        String shortname,
        String idNumber,
        String summary,
        String language,
        String wwwroot,
        Instant made,
        Credit author,
        CourseOutline outline) {

    /** Who made the files and on which terms; {@code licence} is a short name such as {@code cc-4.0}. */
    public record Credit(String author, String licence) {}

    public static PackageDraft of(
            String fullname, String shortname, String summary, String wwwroot, Instant made, CourseOutline outline) {
        return new PackageDraft(
                2, fullname, shortname, "", summary, "", wwwroot, made, new Credit("", "cc-4.0"), outline);
    }
}
