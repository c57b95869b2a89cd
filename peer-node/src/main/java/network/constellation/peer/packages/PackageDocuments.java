package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xml.XmlReader;
import org.xml.sax.SAXException;

/** Reads the documents of packages by the hardened reader, and says why one is refused. Thread-safe. */
final class PackageDocuments {
    private static final int MIB = 1024 * 1024;
    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int LONGEST_NAME = 512;
    private static final int MOST_ELEMENTS = 50_000_000;

    private final XmlReader documents;

    PackageDocuments(PackagesConfig config) {
        // Sizes are bounded by the meter, which knows the member; this is the net below.
        this.documents = new XmlReader(new Limits(
                (int) Math.min(Integer.MAX_VALUE, (long) config.documentMib() * MIB + MIB),
                DEEPEST,
                MOST_ELEMENTS,
                MOST_ATTRIBUTES,
                LONGEST_NAME,
                LONGEST_NAME));
    }

    /** @throws RefusedSignal naming the member */
    void read(String member, InputStream content, DocumentHandler handler) throws IOException {
        Watched watched = new Watched(handler);
        try {
            documents.parse(content, watched);
        } catch (MalformedDocumentException refused) {
            Optional<SAXException> own = watched.thrown();
            if (own.isPresent()) {
                throw explained(member, own.get());
            }
            throw new RefusedSignal(
                    switch (refused.reason()) {
                        case DOCTYPE -> Refusal.DOCUMENT_DOCTYPE;
                        case TOO_DEEP -> Refusal.DOCUMENT_TOO_DEEP;
                        case TOO_LARGE -> Refusal.DOCUMENT_TOO_LARGE;
                        case MALFORMED -> Refusal.DOCUMENT_MALFORMED;
                    },
                    member,
                    PackageRefusedException.shown(String.valueOf(refused.getMessage())));
        }
    }

    private static RefusedSignal explained(String member, SAXException thrown) {
        if (thrown instanceof DocumentHandler.IncludeRefused) {
            return new RefusedSignal(Refusal.DOCUMENT_INCLUDES, member);
        } else if (thrown instanceof DocumentHandler.TextTooLong) {
            return new RefusedSignal(Refusal.DOCUMENT_TOO_LARGE, member, "");
        } else if (thrown instanceof FilesHandler.RepeatedId) {
            return new RefusedSignal(Refusal.IDS_REPEAT, member, String.valueOf(thrown.getMessage()));
        }
        return new RefusedSignal(Refusal.DOCUMENT_MALFORMED, member, String.valueOf(thrown.getMessage()));
    }

    /** Passes events on, and remembers what the handler threw, which the reader turns into its own words. */
    private static final class Watched extends org.xml.sax.helpers.DefaultHandler {
        private final DocumentHandler handler;
        private Optional<SAXException> thrown = Optional.empty();

        Watched(DocumentHandler handler) {
            this.handler = handler;
        }

        Optional<SAXException> thrown() {
            return thrown;
        }

        @Override
        public void startElement(String uri, String local, String name, org.xml.sax.Attributes attributes)
                throws SAXException {
            try {
                handler.startElement(uri, local, name, attributes);
            } catch (SAXException own) {
                thrown = Optional.of(own);
                throw own;
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) throws SAXException {
            try {
                handler.characters(characters, start, length);
            } catch (SAXException own) {
                thrown = Optional.of(own);
                throw own;
            }
        }

        @Override
        public void endElement(String uri, String local, String name) throws SAXException {
            try {
                handler.endElement(uri, local, name);
            } catch (SAXException own) {
                thrown = Optional.of(own);
                throw own;
            }
        }
    }
}
