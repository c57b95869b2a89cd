package network.constellation.peer.packages;

import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;

/**
 * Reads the upper three levels of a document as facts by path, the first of each, with the attributes of its outermost two
 * elements as {@code path@name}. Long texts are kept only when asked for.
 */
final class FactsHandler extends DocumentHandler {
    private static final int SHORT = 4000;
    private static final int MOST = 2000;
    private static final int DEEPEST = 2;

    private final Map<String, String> facts = new HashMap<>();
    private final boolean texts;
    private long kept;

    /** @param texts keep long texts too */
    FactsHandler(PersonalData personal, boolean texts) {
        super(personal);
        this.texts = texts;
    }

    @Override
    void opened(String where, Attributes attributes) {
        if (where.indexOf('/') == where.lastIndexOf('/')) {
            for (int i = 0; i < attributes.getLength(); i++) {
                keep(where + "@" + attributes.getQName(i), attributes.getValue(i));
            }
        }
    }

    @Override
    void closed(String where, String value) {
        if (!value.isBlank()) {
            keep(where, value);
        }
    }

    private void keep(String where, String value) {
        if (where.chars().filter(c -> c == '/').count() > DEEPEST) {
            return;
        }
        if (facts.size() < MOST && (texts || value.length() <= SHORT) && facts.putIfAbsent(where, value) == null) {
            kept += value.length();
        }
    }

    /** Empty when it is not there. */
    String fact(String where) {
        return facts.getOrDefault(where, "");
    }

    boolean yes(String where, boolean otherwise) {
        String value = fact(where).strip();
        return value.isEmpty() ? otherwise : value.equals("1");
    }

    /** Characters that are held. */
    long kept() {
        return kept;
    }
}
