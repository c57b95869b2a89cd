package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A sound package with its texts, to make a course of. Reads its file again for the contents of its files; the file must
 * not change meanwhile (a content store's never does).
 *
 * @see PackageReader#open
 */
public final class OpenedPackage {
    private final PackageInventory inventory;
    private final List<Section> sections;
    private final List<Activity> loose;
    private final List<PackageFile> files;
    private final String courseContext;
    private final BlobSource blobs;

    /** @param id the number its files belong to @param name empty for one that has only its place @param summary HTML, never cleaned */
    public record Section(String id, String name, String summary, boolean visible, List<Activity> activities) {
        public Section {
            activities = List.copyOf(activities);
        }
    }

    /**
     * An activity; texts are HTML of a stranger, never cleaned.
     *
     * @param id {@code moduleid}: the same in each package of the same course
     * @param context the place its files belong to
     * @param content of a page
     * @param url of a link
     * @param completion 0 nobody keeps account, 1 by hand, 2 by conditions
     * @param completionView having opened it is one of these conditions
     */
    public record Activity(
            String id,
            String module,
            String context,
            String title,
            String intro,
            String content,
            String url,
            boolean visible,
            int completion,
            boolean completionView) {}

    /** Takes the content of the files, each once, whatever number of files have it. */
    public interface BlobTaker {
        /** Reads {@code content} to its end; an exception ends the whole. */
        void take(String sha1, InputStream content) throws IOException;
    }

    interface BlobSource {
        void each(BlobTaker taker) throws IOException, PackageRefusedException;
    }

    OpenedPackage(
            PackageInventory inventory,
            List<Section> sections,
            List<Activity> loose,
            List<PackageFile> files,
            String courseContext,
            BlobSource blobs) {
        this.inventory = inventory;
        this.sections = List.copyOf(sections);
        this.loose = List.copyOf(loose);
        this.files = List.copyOf(files);
        this.courseContext = courseContext;
        this.blobs = blobs;
    }

    public PackageInventory inventory() {
        return inventory;
    }

    public List<Section> sections() {
        return sections;
    }

    /** Activities whose section is not in the package. */
    public List<Activity> loose() {
        return loose;
    }

    public List<PackageFile> files() {
        return files;
    }

    /** The place that files of the course itself and of its sections belong to. */
    public String courseContext() {
        return courseContext;
    }

    /**
     * Streams the contents in the order of the archive, and holds each to its name again on the way.
     *
     * @throws PackageRefusedException when the file changed since it was opened
     */
    public void blobs(BlobTaker taker) throws IOException, PackageRefusedException {
        blobs.each(taker);
    }
}
