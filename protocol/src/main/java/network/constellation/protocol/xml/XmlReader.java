package network.constellation.protocol.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;

/**
 * Reads documents from strangers (mnet-wire.md 10.4, dependencies.md 2): no document type, no entities but the five
 * named ones, nothing fetched, bounded in bytes, depth and count. Elements arrive with namespaces resolved; those who
 * ignore namespaces, as Moodle does, look at the qualified name.
 *
 * <p>Thread-safe. Keeps a few readers for re-use; under more parallel calls it builds more and drops them.
 */
public final class XmlReader {
    private static final int KEPT_READERS = 32;

    private final Limits limits;
    private final ArrayBlockingQueue<GuardedReader> idle = new ArrayBlockingQueue<>(KEPT_READERS);

    public XmlReader(Limits limits) {
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    /**
     * Feeds the handler with the events of one whole document. An exception of the handler ends the reading:
     * a {@link MalformedDocumentException} passes as it is, a {@code SAXException} becomes one.
     *
     * @throws MalformedDocumentException when the document is refused; the handler may have seen a part of it
     */
    public void parse(byte[] document, ContentHandler handler) {
        if (document.length > limits.documentBytes()) {
            throw new MalformedDocumentException(
                    Reason.TOO_LARGE, document.length + " bytes, more than " + limits.documentBytes());
        }
        if (Declaration.requireAcceptable(document).isUtf8() && !Utf8.isStrict(document)) {
            throw new MalformedDocumentException(Reason.MALFORMED, "it is not UTF-8");
        }
        GuardedReader reader = reader();
        reader.read(document, handler);
        release(reader);
    }

    /**
     * As {@link #parse(byte[], ContentHandler)}, for a document too large to hold: reads the stream to its end and does not
     * close it. {@link Limits#documentBytes} bounds what is read.
     *
     * @throws IOException what the stream itself throws, as it is
     */
    public void parse(InputStream document, ContentHandler handler) throws IOException {
        BoundedDocument bounded = new BoundedDocument(document, limits.documentBytes());
        boolean utf8 = Declaration.requireAcceptable(bounded.head()).isUtf8();
        GuardedReader reader = reader();
        reader.read(utf8 ? new InputSource(Utf8.strictly(bounded)) : new InputSource(bounded), handler);
        release(reader);
    }

    /** Only after a good end: a reader that threw is dropped, so that no half-read state can meet the next document. */
    private void release(GuardedReader reader) {
        if (reader.knowsFewNames()) {
            idle.offer(reader);
        }
    }

    private GuardedReader reader() {
        @Nullable GuardedReader kept = idle.poll();
        return kept == null ? new GuardedReader(limits) : kept;
    }
}
