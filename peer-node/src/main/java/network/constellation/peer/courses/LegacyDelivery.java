package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.courses.Callers.CallerRefused;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.protocol.method.courses.DeliveryPiece;
import network.constellation.protocol.method.status.StatusAnswer;

/**
 * Hands packages over in pieces of base64 (courses-and-certificates.md 2.3), only while an order for that site and course
 * is pending, and for the whole transfer the package that was ordered. Reads from the disk only what a piece needs.
 */
@Singleton
final class LegacyDelivery {
    /** In characters of base64. */
    private static final long LARGEST_PIECE = DeliveryFetch.PIECE;

    private static final long LARGEST_WHOLE = 32L * 1024 * 1024;

    private final Callers callers;
    private final Askers askers;
    private final OrderStore orders;
    private final ShelfStore shelf;
    private final ContentStore contents;
    private final CoursesConfig config;
    private final Clock clock;

    @Inject
    LegacyDelivery(
            Callers callers,
            Askers askers,
            OrderStore orders,
            ShelfStore shelf,
            ContentStore contents,
            CoursesConfig config,
            Clock clock) {
        this.callers = callers;
        this.askers = askers;
        this.orders = orders;
        this.shelf = shelf;
        this.contents = contents;
        this.config = config;
        this.clock = clock;
    }

    StatusAnswer deliver(CallContext context, DeliveryPiece piece) {
        ShelfOrder.Asker asker = callers.claimed(context, piece.user());
        List<ShelfOrder> pending = orders.pending(context.peer().wwwroot(), piece.course()).stream()
                .filter(order -> order.created().plus(config.keepOpen()).isAfter(clock.instant()))
                .toList();
        if (pending.isEmpty()) {
            // Who has no account is told so, as the originals do; the others need an order.
            if (askers.account(asker).isEmpty()) {
                throw new CallerRefused(
                        StatusAnswer.FAILURE_USER, "This person has no account here and no order is pending.");
            }
            throw new CallerRefused(
                    StatusAnswer.FAILURE_CAPABILITY,
                    "No order of your site for this course is pending: order it first.");
        }
        // Several orders of one course are of one version each; the newest speaks, as its caller came last.
        ShelfOrder order = pending.get(0);
        Optional<CourseVersion> version =
                shelf.version(order.course().uid(), order.course().version());
        if (version.isEmpty() || !contents.has(version.get().hash())) {
            return StatusAnswer.refused(StatusAnswer.FAILURE, "The package is not here any more.");
        }
        try {
            return cut(version.get(), piece);
        } catch (IOException unreadable) {
            return StatusAnswer.refused(StatusAnswer.FAILURE, "The package cannot be read just now.");
        }
    }

    private StatusAnswer cut(CourseVersion version, DeliveryPiece piece) throws IOException {
        ContentHash hash = version.hash();
        long size = contents.size(hash).orElse(0L);
        long characters = (size + 2) / 3 * 4;
        if (piece.offset() < 0 || piece.offset() % 4 != 0) {
            return StatusAnswer.refused(
                    StatusAnswer.FAILURE, "transferoffset must be a multiple of 4 and not negative.");
        }
        if (piece.limit() < 0 || piece.limit() > 0 && piece.limit() < 4) {
            return StatusAnswer.refused(
                    StatusAnswer.FAILURE, "transferlimit must be 0, or at least 4, the length of one group of base64.");
        }
        if (piece.limit() == 0 && size > LARGEST_WHOLE) {
            return StatusAnswer.refused(
                    StatusAnswer.FAILURE,
                    "The package is too large to be sent at once: ask for pieces of " + LARGEST_PIECE + " characters.");
        }
        long limit = piece.limit() == 0 ? characters : Math.min(piece.limit() / 4 * 4, LARGEST_PIECE);
        long from = Math.min(piece.offset(), characters);
        long to = Math.min(characters, from + limit);
        String text = Base64.getEncoder().encodeToString(read(hash, from / 4 * 3, Math.min(size, to / 4 * 3)));
        return StatusAnswer.success()
                .with("local", false)
                .with("file", text)
                .with("filepos", to)
                .with("remains", characters - to)
                .with("archivename", name(version));
    }

    private byte[] read(ContentHash hash, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, to - from));
        try (FileChannel file = FileChannel.open(contents.path(hash), StandardOpenOption.READ)) {
            long at = from;
            while (bytes.hasRemaining()) {
                int read = file.read(bytes, at);
                if (read < 0) {
                    throw new IOException("the package is shorter than its size");
                }
                at += read;
            }
        }
        return bytes.array();
    }

    /** A bare file name: nothing of this server's folders. */
    private static String name(CourseVersion version) {
        String shortname = version.sheet().shortname().replaceAll("[^A-Za-z0-9_-]+", "_");
        String brief = shortname.length() <= 60 ? shortname : shortname.substring(0, 60);
        return "backup-moodle2-course-" + version.id() + "-" + brief + "-v" + version.version() + "-nu.mbz";
    }
}
