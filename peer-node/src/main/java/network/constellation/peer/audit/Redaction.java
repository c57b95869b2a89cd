package network.constellation.peer.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The last guard before something secret or endless is written for ever. */
final class Redaction {
    private static final Pattern SECRET_KEY =
            Pattern.compile("(?i).*(password|passwort|secret|token|private|cookie|authorization|credential).*");
    private static final Pattern SECRET_VALUE = Pattern.compile("(?s).*-----BEGIN [A-Z ]*PRIVATE KEY.*");
    private static final int MOST_DETAILS = 20;
    private static final int MOST_CHARACTERS = 500;

    private Redaction() {}

    static AuditEvent clean(AuditEvent event) {
        Map<String, String> details = new TreeMap<>();
        for (Map.Entry<String, String> detail : event.details().entrySet()) {
            if (details.size() < MOST_DETAILS) {
                details.put(cut(detail.getKey(), 50), value(detail.getKey(), detail.getValue()));
            }
        }
        String peer = event.peer();
        String trace = event.traceId();
        return new AuditEvent(
                event.name(),
                cut(event.actor(), 255),
                peer == null ? null : cut(peer, 255),
                event.outcome(),
                trace == null ? null : cut(trace, 64),
                details);
    }

    private static String value(String key, String value) {
        boolean secret =
                SECRET_KEY.matcher(key).matches() || SECRET_VALUE.matcher(value).matches();
        return secret ? "***" : cut(value, MOST_CHARACTERS);
    }

    /** PostgreSQL stores no NUL; other control characters would break a line in two on a terminal. */
    private static String cut(String text, int most) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= most ? clean : clean.substring(0, most - 1) + "…";
    }
}
