package network.constellation.peer.learning;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.packages.CourseFacts;
import network.constellation.peer.packages.OpenedPackage;
import network.constellation.peer.packages.PackageReader;
import network.constellation.peer.packages.PackageRefusedException;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Courses;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.web.text.PlainText;

/**
 * Makes a course of the platform out of a package: outline, texts, files byte for byte, what makes activities done. Users,
 * grades and posts are not taken. Nothing is seen of it before it is complete.
 *
 * <p>{@link #fill} may be repeated: files have their content's name, and the contents of the course are replaced in one
 * transaction, so a job that was cut off just does it again.
 */
@Singleton
public final class PackageRestorer {
    private static final int LONGEST_SHORT = 255;
    private static final int LONGEST_FULL = 1333;

    private final PackageReader reader;
    private final ContentStore store;
    private final Platform platform;

    @Inject
    PackageRestorer(PackageReader reader, ContentStore store, Platform platform) {
        this.reader = reader;
        this.store = store;
        this.platform = platform;
    }

    /** Opens a package that the content store holds. */
    public OpenedPackage open(ContentHash packageHash) throws PackageRefusedException, IOException {
        return reader.open(store.path(packageHash), packageHash);
    }

    /**
     * The whole at once: a new course, hidden until it is complete; after a failure there is none.
     *
     * @throws network.constellation.peer.platform.PlatformException when there is no such category
     */
    public Course restore(OpenedPackage opened, RestoreOrder order) throws PackageRefusedException, IOException {
        Course course = create(opened, order);
        boolean complete = false;
        try {
            fill(course.id(), opened);
            Course shown = show(course.id(), order.visible());
            complete = true;
            return shown;
        } finally {
            if (!complete) {
                platform.courses().delete(course.id());
            }
        }
    }

    /** First step: the course itself, hidden and empty. */
    public Course create(OpenedPackage opened, RestoreOrder order) {
        return platform.courses().create(draft(opened, order));
    }

    /** Second step: everything in it; what was in it before is replaced. */
    public void fill(long course, OpenedPackage opened) throws PackageRefusedException, IOException {
        platform.contents().replace(course, new RestoredOutline(opened, contents(opened)).outline());
    }

    /** Last step: learners may see it, or not. */
    public Course show(long id, boolean visible) {
        Courses courses = platform.courses();
        Course course = courses.find(id).orElseThrow(() -> new IllegalStateException("the course " + id + " is gone"));
        return courses.update(
                id,
                new CourseDraft(
                        course.shortname(),
                        course.fullname(),
                        course.idNumber(),
                        course.summary(),
                        visible,
                        course.category(),
                        course.start(),
                        course.end()));
    }

    /** Contents by SHA-1, in the store under their own hash. */
    private Map<String, StoredContent> contents(OpenedPackage opened) throws PackageRefusedException, IOException {
        Map<String, StoredContent> contents = new HashMap<>();
        // The reader has bounded each by now, and holds each to its name while it is stored.
        opened.blobs((sha1, content) -> contents.put(sha1, store.put(content, Long.MAX_VALUE)));
        boolean emptyFile = opened.files().stream()
                .anyMatch(file -> file.sha1().equals(RestoredOutline.EMPTY) && !contents.containsKey(file.sha1()));
        if (emptyFile) {
            contents.put(RestoredOutline.EMPTY, store.put(InputStream.nullInputStream(), 0));
        }
        return contents;
    }

    private CourseDraft draft(OpenedPackage opened, RestoreOrder order) {
        String summary = opened.inventory().course().map(CourseFacts::summary).orElse("");
        return new CourseDraft(
                free(order.shortname().orElse(opened.inventory().shortname())),
                PlainText.clean(order.fullname().orElse(opened.inventory().fullname()), LONGEST_FULL),
                order.idNumber(),
                summary,
                false,
                order.category(),
                opened.inventory().course().flatMap(CourseFacts::start),
                opened.inventory().course().flatMap(CourseFacts::end));
    }

    /** The name itself, or with the first free number behind it. */
    private String free(String wanted) {
        String clean = PlainText.clean(wanted, LONGEST_SHORT - 10);
        String name = clean;
        for (int number = 2; platform.courses().findByShortname(name).isPresent(); number++) {
            name = clean + "_" + number;
        }
        return name;
    }
}
