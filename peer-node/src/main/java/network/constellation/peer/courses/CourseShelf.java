package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;

/**
 * The course packages of this site: its own courses with their versions, and what came from elsewhere. A course has one
 * identity in the whole network, minted here when its first package is put on the shelf (courses-and-certificates.md 1.3).
 */
@Singleton
public final class CourseShelf {
    private final ShelfStore store;
    private final CopyStore copies;
    private final ContentStore contents;
    private final PackageWork work;
    private final CoursesConfig config;
    private final CryptoEngine crypto;
    private final Audit audit;
    private final Wwwroot self;
    private final Clock clock;

    @Inject
    CourseShelf(
            ShelfStore store,
            CopyStore copies,
            ContentStore contents,
            PackageWork work,
            CoursesConfig config,
            CryptoEngine crypto,
            Audit audit,
            Wwwroot self,
            Clock clock) {
        this.store = store;
        this.copies = copies;
        this.contents = contents;
        this.work = work;
        this.config = config;
        this.crypto = crypto;
        this.audit = audit;
        this.self = self;
        this.clock = clock;
    }

    /** A version that was put on the shelf, and what to know about its package. */
    public record Added(CourseVersion version, InspectedPackage inspected, boolean isNew) {}

    /**
     * Takes a package of a course of this site: streamed to the disk, read to its end, refused when it is not sound or
     * may not be published. The same package twice is one version.
     *
     * @param uid the course it is a new version of; empty for a new course, which gets its identity
     * @throws UnfitPackageException with the reason; nothing of it stays
     * @throws CourseException for an unknown course
     */
    public Added add(InputStream content, Optional<String> uid, String actor)
            throws IOException, UnfitPackageException {
        uid.ifPresent(this::requireOwn);
        StoredContent stored = contents.put(content, config.largestPackage());
        InspectedPackage inspected = inspect(stored.hash());
        Optional<CourseVersion> same = store.withPackage(stored.hash(), self).stream()
                .filter(version -> uid.isEmpty() || uid.get().equals(version.uid()))
                .findFirst();
        if (same.isPresent()) {
            return new Added(same.get(), inspected, false);
        }
        CourseVersion added = insert(uid.orElseGet(this::mint), stored, inspected, actor);
        audit.record(AuditEvent.done(CourseEvents.ADDED, actor)
                .with("course", added.uid())
                .with("version", String.valueOf(added.version()))
                .with("sha256", added.hash().hex()));
        return new Added(added, inspected, true);
    }

    private CourseVersion insert(String uid, StoredContent stored, InspectedPackage inspected, String actor) {
        Instant now = clock.instant();
        long id = store.inTransaction(handle -> {
            store.insertCourse(handle, uid, self, self, now);
            return store.insertVersion(
                    handle,
                    uid,
                    store.newest(handle, uid) + 1,
                    stored.hash(),
                    stored.size(),
                    inspected.sheet(),
                    now,
                    actor);
        });
        return store.version(id).orElseThrow();
    }

    /** Reads a package that lies in the store; one that is refused is removed unless something else needs it. */
    InspectedPackage inspect(ContentHash hash) throws IOException, UnfitPackageException {
        try {
            return work.inspect(hash);
        } catch (UnfitPackageException refused) {
            if (!store.uses(hash)) {
                contents.delete(hash);
            }
            throw refused;
        }
    }

    /**
     * Keeps a version that came from elsewhere; the same one again changes nothing.
     *
     * @param version 0 for the one after the newest that is known here
     * @throws CourseException when the course is of this site itself, or the version has another package here
     */
    CourseVersion keep(
            String uid,
            long version,
            Wwwroot origin,
            Wwwroot source,
            StoredContent stored,
            InspectedPackage inspected) {
        Optional<CourseVersion> known = version == 0
                ? store.versions(uid).stream()
                        .filter(other -> other.hash().equals(stored.hash()))
                        .findFirst()
                : store.version(uid, version);
        if (known.isPresent()) {
            if (!known.get().hash().equals(stored.hash())) {
                throw CourseException.of("course.otherpackage", version);
            }
            return known.get();
        }
        if (!source.equals(self) && store.source(uid).filter(self::equals).isPresent()) {
            throw CourseException.of("course.othersource", self);
        }
        Instant now = clock.instant();
        long id = store.inTransaction(handle -> {
            store.insertCourse(handle, uid, origin, source, now);
            long number = version == 0 ? store.newest(handle, uid) + 1 : version;
            return store.insertVersion(
                    handle, uid, number, stored.hash(), stored.size(), inspected.sheet(), now, source.value());
        });
        return store.version(id).orElseThrow();
    }

    /** The newest version of each course of this site, by title. */
    public List<CourseVersion> own() {
        return store.newestFrom(self);
    }

    /** All versions that are held here, newest first. */
    public List<CourseVersion> versions(String uid) {
        return store.versions(uid);
    }

    public Optional<CourseVersion> version(String uid, long version) {
        return version == 0 ? store.newest(uid) : store.version(uid, version);
    }

    /** Copies of this course on this site, newest first. */
    public List<CourseCopy> copies(String uid) {
        return copies.of(uid);
    }

    /** What was deployed here, newest first. */
    public List<CourseCopy> deployed() {
        return copies.deployed();
    }

    /** What a course of the platform is a copy of. */
    public Optional<CourseCopy> copyOf(long course) {
        return copies.ofCourse(course).filter(CourseCopy::complete);
    }

    private void requireOwn(String uid) {
        if (store.source(uid).filter(self::equals).isEmpty()) {
            throw CourseException.of("course.notours", uid);
        }
    }

    private String mint() {
        byte[] bytes = crypto.randomBytes(16);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        java.nio.ByteBuffer words = java.nio.ByteBuffer.wrap(bytes);
        return new UUID(words.getLong(), words.getLong()).toString();
    }
}
