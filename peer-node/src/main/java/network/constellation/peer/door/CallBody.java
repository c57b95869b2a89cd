package network.constellation.peer.door;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;

/**
 * Reads the body of one call without holding a thread, up to a limit, against the memory that all bodies share. Never
 * reserves on the strength of an announced length alone.
 */
final class CallBody implements Runnable, ConnectionWatch.SlowBody {
    private static final int FIRST = 64 * 1024;

    /** What becomes of the body; exactly one is called, once. */
    interface Reader {
        void complete(byte[] body);

        void tooLarge();

        void noMemory();

        void broken(Throwable why);
    }

    private final Request request;
    private final int limit;
    private final Admission admission;
    private final ConnectionWatch watch;
    private final Reader reader;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long begun = System.nanoTime();
    private final long announced;
    private byte[] bytes;
    private volatile int length;
    private volatile boolean watched;
    private long reserved;

    CallBody(Request request, int limit, Admission admission, ConnectionWatch watch, Reader reader) {
        this.request = request;
        this.limit = limit;
        this.admission = admission;
        this.watch = watch;
        this.reader = reader;
        this.announced = request.getLength();
        this.bytes = new byte[announced > 0 && announced < FIRST ? (int) announced : announced == 0 ? 0 : FIRST];
    }

    void read() {
        HttpField encoding = request.getHeaders().getField(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.getValue())) {
            end(() -> reader.broken(new UnsupportedEncodingException()));
        } else if (announced > limit) {
            end(reader::tooLarge);
        } else if (!reserve(bytes.length)) {
            end(reader::noMemory);
        } else {
            run();
        }
    }

    /** A packed body: nobody on this wire sends one, and it could unpack to anything. */
    static final class UnsupportedEncodingException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void run() {
        while (!ended.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                if (!watched) {
                    watched = true;
                    watch.watch(this);
                }
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                Throwable failure = chunk.getFailure();
                end(() -> reader.broken(failure));
                return;
            }
            boolean last = chunk.isLast();
            boolean taken = take(chunk);
            chunk.release();
            if (taken && last) {
                end(() -> reader.complete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length)));
            }
        }
    }

    private boolean take(Content.Chunk chunk) {
        ByteBuffer buffer = chunk.getByteBuffer();
        int more = buffer.remaining();
        if (more > limit - length) {
            end(reader::tooLarge);
            return false;
        }
        if (length + more > bytes.length) {
            long wanted = Math.min(limit, Math.max(length + (long) more, bytes.length * 2L));
            if (!reserve(wanted - bytes.length)) {
                end(reader::noMemory);
                return false;
            }
            bytes = Arrays.copyOf(bytes, (int) wanted);
        }
        buffer.get(bytes, length, more);
        length += more;
        return true;
    }

    private boolean reserve(long more) {
        boolean granted = admission.reserve(more);
        reserved += granted ? more : 0;
        return granted;
    }

    /** To be called when the call has been answered. */
    void free() {
        admission.free(reserved);
        reserved = 0;
    }

    private void end(Runnable outcome) {
        if (ended.compareAndSet(false, true)) {
            if (watched) {
                watch.forget(this);
            }
            outcome.run();
        }
    }

    @Override
    public long begunNanos() {
        return begun;
    }

    @Override
    public long bytesRead() {
        return length;
    }

    @Override
    public void tooSlow() {
        request.getConnectionMetaData().getConnection().getEndPoint().close(new SlowBodyException());
    }

    /** Seen as the reason of a broken call. */
    static final class SlowBodyException extends Exception implements QuietException {
        private static final long serialVersionUID = 1L;

        SlowBodyException() {
            super("the body came too slowly", null, false, false);
        }
    }
}
