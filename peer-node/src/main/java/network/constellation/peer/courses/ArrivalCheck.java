package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.peer.tenant.Tenant;

/** Whether a course may come to this site, with everything that was looked at: one code for dry run and real run. */
@Singleton
final class ArrivalCheck {
    static final String CREATE = "moodle/course:create";
    /** The newest Moodle whose packages this software was made for, 4.2. */
    private static final BigDecimal NEWEST_MOODLE = new BigDecimal("2023042500");
    /** Package, its files once more, and a tenth. */
    private static final double ROOM = 2.1;

    private static final long MIB = 1024 * 1024;

    private final Platform platform;
    private final CourseSettings settings;
    private final CourseRights rights;
    private final ShelfStore shelf;
    private final CopyStore copies;
    private final ContentStore contents;
    private final CoursesConfig config;
    private final Tenant tenant;

    @Inject
    ArrivalCheck(
            Platform platform,
            CourseSettings settings,
            CourseRights rights,
            ShelfStore shelf,
            CopyStore copies,
            ContentStore contents,
            CoursesConfig config,
            Tenant tenant) {
        this.platform = platform;
        this.settings = settings;
        this.rights = rights;
        this.shelf = shelf;
        this.copies = copies;
        this.contents = contents;
        this.config = config;
        this.tenant = tenant;
    }

    /**
     * Who wants it.
     *
     * @param user the account here, whose rights count
     * @param trusted true where rights do not count: the site's administrator, or a site that vouches for its people
     */
    record Who(Optional<User> user, boolean trusted) {
        static Who trustworthy() {
            return new Who(Optional.empty(), true);
        }

        static Who of(Optional<User> user) {
            return new Who(user, false);
        }
    }

    /**
     * What would come.
     *
     * @param source the site that would bring it; what is unknown yet is 0 or empty
     */
    record What(
            CourseCopy.Kind kind,
            String uid,
            long version,
            String sha256,
            long size,
            String shortname,
            String moodleVersion,
            Wwwroot source,
            long category) {}

    Verdict look(Who who, What what) {
        List<Finding> findings = new ArrayList<>();
        findings.add(role(what.kind()));
        findings.add(right(who, what.kind()));
        Optional<Category> category = category(who, what, findings);
        identity(what, findings);
        size(what, findings);
        version(what, findings);
        name(what, findings);
        already(what, findings);
        findings.add(Finding.fine("personal-data", "check.personal"));
        return new Verdict(findings, category);
    }

    private Finding role(CourseCopy.Kind kind) {
        NodeRoles roles = settings.roles();
        boolean fits = kind == CourseCopy.Kind.PUBLISH ? roles.has(NodeRole.CATALOG) : !roles.none();
        if (fits) {
            return Finding.fine("role", "check.role." + kind.name());
        }
        return Finding.stop("role", "check.role." + kind.name() + ".no");
    }

    private Finding right(Who who, CourseCopy.Kind kind) {
        if (who.trusted()) {
            return Finding.fine("rights", "check.rights.trusted");
        }
        String capability = kind == CourseCopy.Kind.PUBLISH ? CourseRights.PUBLISH : CourseRights.DEPLOY;
        boolean may =
                who.user().filter(user -> rights.anywhere(user, capability)).isPresent();
        return may ? Finding.fine("rights", "check.rights") : Finding.stop("rights", "check.rights.no", capability);
    }

    /** The wished one where the person may make courses in it, else the site's own for arriving courses. */
    private Optional<Category> category(Who who, What what, List<Finding> findings) {
        if (what.category() == 0) {
            Optional<Category> own = settings.deployCategory();
            findings.add(
                    own.isPresent()
                            ? Finding.fine(
                                    "category", "check.category", own.get().name())
                            : Finding.stop("category", "check.category.none"));
            return own;
        }
        Optional<Category> wished = platform.courses().category(what.category());
        if (wished.isEmpty()) {
            findings.add(Finding.stop("category-gone", "category.gone", what.category()));
            return wished;
        }
        String name = wished.get().name();
        boolean may = who.trusted()
                || who.user()
                        .filter(user -> platform.roles()
                                .can(
                                        user.id(),
                                        CREATE,
                                        Scope.category(wished.get().id())))
                        .isPresent();
        findings.add(
                may
                        ? Finding.fine("category", "check.category", name)
                        : Finding.stop("category-rights", "check.category.no", name));
        return wished;
    }

    /** Nobody brings versions of a course of ours, and only its publisher those of a course in the catalog. */
    private void identity(What what, List<Finding> findings) {
        Optional<CourseVersion> known =
                what.version() > 0 ? shelf.version(what.uid(), what.version()) : Optional.empty();
        boolean same = known.filter(version -> version.hash().hex().equals(what.sha256()))
                .isPresent();
        if (same) {
            return;
        }
        Optional<Wwwroot> owner = shelf.source(what.uid()).filter(tenant.wwwroot()::equals);
        if (owner.isEmpty() && what.kind() == CourseCopy.Kind.PUBLISH) {
            owner = copies.of(what.uid(), CourseCopy.Kind.PUBLISH).stream()
                    .map(CourseCopy::source)
                    .findFirst();
        }
        if (owner.filter(site -> !site.equals(what.source())).isPresent()) {
            findings.add(Finding.stop("identity", "course.othersource", owner.orElseThrow()));
        } else if (known.isPresent() && !what.sha256().isEmpty()) {
            findings.add(Finding.stop("identity", "course.otherpackage", what.version()));
        }
    }

    private void size(What what, List<Finding> findings) {
        boolean here = !what.sha256().isEmpty() && contents.has(new ContentHash(what.sha256()));
        if (what.size() > config.largestPackage()) {
            findings.add(Finding.stop("size", "check.size.limit", config.largestPackageMib()));
        } else if (!here && what.size() > 0 && free() < what.size() * ROOM) {
            findings.add(Finding.stop("size", "check.size.disk", mib(what.size()), mib(free())));
        } else if (what.size() > 0) {
            findings.add(Finding.fine("size", here ? "check.size.here" : "check.size", ShelfPages.mib(what.size())));
        }
    }

    private long free() {
        try {
            return Files.getFileStore(tenant.directory()).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static long mib(long bytes) {
        return Math.max(1, bytes / MIB);
    }

    private static void version(What what, List<Finding> findings) {
        if (what.moodleVersion().matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            boolean newer = new BigDecimal(what.moodleVersion()).compareTo(NEWEST_MOODLE) >= 0;
            findings.add(
                    newer
                            ? Finding.warning("version", "check.version.newer", what.moodleVersion())
                            : Finding.fine("version", "check.version", what.moodleVersion()));
        }
    }

    private void name(What what, List<Finding> findings) {
        if (!what.shortname().isEmpty()
                && platform.courses().findByShortname(what.shortname()).isPresent()) {
            findings.add(Finding.warning("name", "check.name", what.shortname()));
        }
    }

    private void already(What what, List<Finding> findings) {
        long deployed = copies.of(what.uid(), CourseCopy.Kind.DEPLOY).size();
        if (what.kind() == CourseCopy.Kind.DEPLOY && deployed > 0) {
            findings.add(Finding.fine("copies", deployed == 1 ? "check.copies.one" : "check.copies", deployed));
        }
    }
}
