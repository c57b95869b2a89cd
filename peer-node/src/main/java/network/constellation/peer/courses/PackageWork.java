package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.util.List;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.learning.PackageRestorer;
import network.constellation.peer.packages.CourseFacts;
import network.constellation.peer.packages.OpenedPackage;
import network.constellation.peer.packages.PackageInventory;
import network.constellation.peer.packages.PackageManifest;
import network.constellation.peer.packages.PackageReader;
import network.constellation.peer.packages.PackageRefusedException;
import network.constellation.peer.packages.PublishingRules;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.PlainText;
import network.constellation.protocol.method.courses.CourseSheet;

/** What this room wants of packages: read one for the catalog, make a course of one. */
@Singleton
final class PackageWork {
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_SUMMARY = 4000;

    private final PackageReader reader;
    private final PackageRestorer restorer;
    private final ContentStore contents;

    @Inject
    PackageWork(PackageReader reader, PackageRestorer restorer, ContentStore contents) {
        this.reader = reader;
        this.restorer = restorer;
        this.contents = contents;
    }

    /** Reads a package of the store to its end. @throws UnfitPackageException when it may not be published */
    InspectedPackage inspect(ContentHash hash) throws IOException, UnfitPackageException {
        PackageInventory inventory;
        try {
            inventory = reader.inspect(contents.path(hash), hash);
        } catch (PackageRefusedException refused) {
            throw new UnfitPackageException(List.of(refused.sentence()));
        }
        List<Message> reasons = PublishingRules.reasonsAgainst(inventory);
        if (!reasons.isEmpty()) {
            throw new UnfitPackageException(reasons);
        }
        return new InspectedPackage(sheet(inventory), PublishingRules.warnings(inventory));
    }

    /** Makes the course of this number what the package says. @return its summary, HTML */
    String restore(ContentHash hash, long course) throws IOException, UnfitPackageException {
        try {
            OpenedPackage opened = restorer.open(hash);
            restorer.fill(course, opened);
            return opened.inventory().course().map(CourseFacts::summary).orElse("");
        } catch (PackageRefusedException refused) {
            throw new UnfitPackageException(List.of(refused.sentence()));
        }
    }

    private static CourseSheet sheet(PackageInventory inventory) {
        PackageManifest manifest = inventory.manifest();
        return new CourseSheet(
                line(inventory.fullname()),
                line(inventory.shortname()),
                PlainText.ofHtml(inventory.course().map(CourseFacts::summary).orElse(""), LONGEST_SUMMARY),
                line(manifest.originalWwwroot()),
                manifest.moodleVersion().text(),
                line(manifest.moodleRelease()),
                line(manifest.backupRelease()),
                List.copyOf(inventory.licences()),
                inventory.counts().fileRecordsNonDirectory(),
                inventory.sections().stream()
                        .map(section -> new CourseSheet.Section(
                                line(section.title()),
                                section.activities().stream()
                                        .map(activity ->
                                                new CourseSheet.Activity(activity.module(), line(activity.title())))
                                        .toList()))
                        .toList());
    }

    private static String line(String text) {
        return Plain.line(text, LONGEST_TITLE);
    }
}
