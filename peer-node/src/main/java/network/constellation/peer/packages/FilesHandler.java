package network.constellation.peer.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads {@code files.xml}. */
final class FilesHandler extends DocumentHandler {
    private static final String FILE = "files/file";

    private final int most;
    private final List<PackageFile> files = new ArrayList<>();
    private final Set<String> licences = new TreeSet<>();
    private final Set<String> authors = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    /** Areas, types and the like repeat a thousand times: one string for each. */
    private final Map<String, String> words = new HashMap<>();

    private Map<String, String> row = new HashMap<>();
    private long records;

    FilesHandler(PersonalData personal, int most) {
        super(personal);
        this.most = most;
    }

    @Override
    void opened(String where, Attributes attributes) throws SAXException {
        if (where.equals(FILE)) {
            row = new HashMap<>();
            if (++records > most) {
                throw new TextTooLong();
            }
            String id = attributes.getValue("id");
            if (id != null && !ids.add(id)) {
                throw new RepeatedId(id);
            }
        }
    }

    @Override
    void closed(String where, String value) throws SAXException {
        if (where.equals(FILE)) {
            add();
        } else if (where.startsWith(FILE + "/")) {
            row.put(where.substring(FILE.length() + 1), value);
        }
    }

    private void add() throws SAXException {
        String name = of("filename");
        if (name.equals(".")) {
            return;
        }
        String folder = of("filepath").isEmpty() ? "/" : of("filepath");
        boolean sane = folder.startsWith("/")
                && folder.endsWith("/")
                && !name.isEmpty()
                && name.indexOf('/') < 0
                && !(folder + name).matches("(?s).*(/\\.\\.?/|[\\x00-\\x1f]|//).*")
                && !name.equals("..")
                && folder.length() + name.length() <= 1000
                && of("contenthash").matches("[0-9a-f]{40}")
                && of("filesize").matches("[0-9]{1,15}");
        if (!sane) {
            throw new SAXException("the row of the file "
                    + PackageRefusedException.shown(of("component") + "/" + of("filearea") + folder + name)
                    + " has no good name, hash or size");
        }
        if (!of("license").isEmpty()) {
            licences.add(word("license"));
        }
        if (!of("author").isEmpty() && authors.size() < most) {
            authors.add(of("author"));
        }
        files.add(new PackageFile(
                of("contenthash"),
                word("contextid"),
                word("component"),
                word("filearea"),
                word("itemid"),
                words.computeIfAbsent(folder, same -> same),
                name,
                Long.parseLong(of("filesize")),
                word("mimetype"),
                word("license"),
                !of("repositorytype").isEmpty() && !of("reference").isEmpty()));
    }

    private String word(String element) {
        return words.computeIfAbsent(of(element), same -> same);
    }

    private String of(String element) {
        return row.getOrDefault(element, "");
    }

    /** Rows, folders included. */
    long records() {
        return records;
    }

    List<PackageFile> files() {
        return files;
    }

    Set<String> licences() {
        return licences;
    }

    int authors() {
        return authors.size();
    }

    /** Two rows with one number. */
    static final class RepeatedId extends SAXException {
        private static final long serialVersionUID = 1L;

        RepeatedId(String id) {
            super(id);
        }
    }
}
