package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.files.ContentStore;
import network.constellation.peer.files.StoredContent;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.courses.DeliveryPiece;
import network.constellation.protocol.method.courses.PublishflowMethods;
import network.constellation.protocol.method.status.StatusAnswer;

/**
 * The originals' road: base64 in pieces by {@code delivery_deliver}, streamed into the content store
 * (courses-and-certificates.md 2.3 and 4.6). A path that the holder names is never opened.
 */
@Singleton
final class DeliveryFetch implements PackageFetch {
    /** In characters of base64; what the originals ask for. */
    static final long PIECE = 4_194_304;

    private static final long MIB = 1024 * 1024;

    private final PeerClient client;
    private final ContentStore contents;
    private final CoursesConfig config;
    private final Askers askers;
    private final Wwwroot self;

    @Inject
    DeliveryFetch(PeerClient client, ContentStore contents, CoursesConfig config, Askers askers, Wwwroot self) {
        this.client = client;
        this.contents = contents;
        this.config = config;
        this.askers = askers;
        this.self = self;
    }

    @Override
    public boolean leadsTo(Peer holder, ShelfOrder order) {
        return true;
    }

    @Override
    public StoredContent fetch(JobContext context, Peer holder, ShelfOrder order) throws Exception {
        String announced = order.course().sha256();
        try (Pieces pieces = new Pieces(context, holder, order)) {
            return announced.isEmpty()
                    ? contents.put(pieces, config.largestPackage())
                    : contents.put(pieces, config.largestPackage(), new ContentHash(announced));
        } catch (PieceRefused refused) {
            throw new JobFailure(refused.getMessage());
        }
    }

    /** The holder said no, or something that cannot be a piece. */
    private static final class PieceRefused extends IOException {
        private static final long serialVersionUID = 1L;

        PieceRefused(Peer holder, String why) {
            super(holder.wwwroot() + " did not hand the package over: " + why);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** The package as it comes in; each read may be a call. */
    private final class Pieces extends InputStream {
        private final JobContext context;
        private final Peer holder;
        private final ShelfOrder order;
        private byte[] piece = new byte[0];
        private int next;
        private long offset;
        private long total = -1;

        Pieces(JobContext context, Peer holder, ShelfOrder order) {
            this.context = context;
            this.holder = holder;
            this.order = order;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (next == piece.length) {
                if (offset == total) {
                    return -1;
                }
                fetchNext();
            }
            int taken = Math.min(length, piece.length - next);
            System.arraycopy(piece, next, into, from, taken);
            next += taken;
            return taken;
        }

        private void fetchNext() throws IOException {
            context.checkCancelled();
            StatusAnswer answer = client.call(
                    holder,
                    PublishflowMethods.standard().deliver(),
                    new DeliveryPiece(askers.speaking(order.asker(), self), order.holderCourse(), offset, PIECE, true));
            if (!answer.isSuccess()) {
                throw new PieceRefused(holder, answer.status() + " " + answer.error());
            }
            if (answer.field("local").filter(Value.of(true)::equals).isPresent()) {
                throw new PieceRefused(
                        holder, "it names a path instead of sending bytes; paths of other sites are never opened.");
            }
            String text = answer.text("file");
            long remains = answer.number("remains", -1);
            if (text.length() % 4 != 0 || text.isEmpty() && remains != 0 || remains < 0) {
                throw new PieceRefused(holder, "a piece of " + text.length() + " characters is no whole base64.");
            }
            long all = offset + text.length() + remains;
            if (total >= 0 && all != total || answer.number("filepos", -1) != offset + text.length()) {
                throw new IOException("The package of " + holder.wwwroot() + " changed while it was fetched.");
            }
            try {
                piece = Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException noBase64) {
                throw new PieceRefused(holder, "what it sent is no base64.");
            }
            next = 0;
            total = all;
            offset += text.length();
            context.progress(
                    10 + (int) (60 * offset / Math.max(1, total)),
                    "fetched " + offset * 3 / 4 / MIB + " of " + total * 3 / 4 / MIB + " MiB");
        }
    }
}
