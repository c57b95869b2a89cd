package network.constellation.peer.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.keys.provider.RunningDigest;

/** Looks at each member of a package once, in whatever order they come, and keeps what is to be known. */
final class PackageScan implements Archive.Visitor {
    static final String MANIFEST = "moodle_backup.xml";
    static final Pattern BLOB = Pattern.compile("files/([0-9a-f]{2})/(\\1[0-9a-f]{38})");
    private static final Pattern SECTION = Pattern.compile("(sections/[^/]+)/section\\.xml");
    private static final Pattern MODULE = Pattern.compile("(activities/[^/]+)/module\\.xml");
    private static final Pattern ACTIVITY = Pattern.compile("(activities/([^/]+)_[^/_]+)/([^/]+)\\.xml");
    private static final Pattern BLOCK = Pattern.compile("(?:.+/)?blocks/[^/]+/block\\.xml");
    private static final Pattern PHP_CLASS = Pattern.compile("(?:^|[;{])[OC]:[0-9]+:\"");
    private static final int PIECE = 64 * 1024;

    private final PackageDocuments documents;
    private final PackagesConfig limits;
    private final boolean texts;
    private final PersonalData personal = new PersonalData();
    private final PackageParts parts = new PackageParts();
    private final Map<String, Long> blobs = new HashMap<>();
    private final List<String> damaged = new ArrayList<>();
    private final List<PackageFinding> findings = new ArrayList<>();
    private Optional<ManifestHandler> manifest = Optional.empty();
    private Optional<FilesHandler> files = Optional.empty();
    private boolean index;
    private boolean users;
    private long entries;
    private long kept;

    /** @param texts keep the texts of the course, to restore it */
    PackageScan(PackageDocuments documents, PackagesConfig limits, boolean texts) {
        this.documents = documents;
        this.limits = limits;
        this.texts = texts;
    }

    @Override
    public void member(Archive.Member member, InputStream content) throws IOException {
        if (member.folder()) {
            return;
        }
        entries++;
        String name = member.name();
        if (name.equals(".ARCHIVE_INDEX")) {
            index = true;
        } else if (name.startsWith("files/")) {
            blob(name, content);
        } else if (name.endsWith(".xml")) {
            document(name, content);
        }
    }

    private void blob(String name, InputStream content) throws IOException {
        Matcher hash = BLOB.matcher(name);
        if (!hash.matches()) {
            throw new RefusedSignal(Refusal.BLOB_NAME, name);
        }
        RunningDigest digest = RunningDigest.sha1();
        byte[] piece = new byte[PIECE];
        long size = 0;
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            digest.update(piece, 0, read);
            size += read;
        }
        if (!digest.hex().equals(hash.group(2))) {
            damaged.add(hash.group(2));
        }
        blobs.put(hash.group(2), size);
    }

    private void document(String name, InputStream content) throws IOException {
        PushbackInputStream begun = new PushbackInputStream(content);
        int first = begun.read();
        if (first < 0) {
            throw new RefusedSignal(Refusal.DOCUMENT_EMPTY, name);
        }
        begun.unread(first);
        personal.in(name);
        switch (name) {
            case MANIFEST -> manifest = Optional.of(read(name, begun, new ManifestHandler(personal, limits.records())));
            case "files.xml" -> files = Optional.of(read(name, begun, new FilesHandler(personal, limits.records())));
            case "course/course.xml" -> parts.setCourse(facts(name, begun));
            case "course/enrolments.xml" -> enrolments(name, begun);
            default -> part(name, begun);
        }
        users |= name.equals("users.xml");
    }

    private void part(String name, InputStream content) throws IOException {
        Matcher section = SECTION.matcher(name);
        Matcher module = MODULE.matcher(name);
        Matcher activity = ACTIVITY.matcher(name);
        if (section.matches()) {
            parts.addSection(section.group(1), facts(name, content));
        } else if (module.matches()) {
            parts.addModule(module.group(1), facts(name, content));
        } else if (activity.matches() && activity.group(2).equals(activity.group(3))) {
            FactsHandler facts = facts(name, content);
            parts.addActivity(activity.group(1), activity.group(2), facts);
            secrets(name, activity.group(2), facts);
        } else if (BLOCK.matcher(name).matches()) {
            block(name, facts(name, content));
        } else {
            read(name, content, new DocumentHandler(personal));
        }
    }

    private FactsHandler facts(String name, InputStream content) throws IOException {
        FactsHandler facts = read(name, content, new FactsHandler(personal, texts));
        kept += facts.kept();
        if (kept > MOST_KEPT) {
            throw new RefusedSignal(Refusal.TOO_LARGE, name, MOST_KEPT / 1024 / 1024);
        }
        return facts;
    }

    /** Characters of all texts that are held at once. */
    private static final long MOST_KEPT = 32L * 1024 * 1024;

    private <H extends DocumentHandler> H read(String name, InputStream content, H handler) throws IOException {
        documents.read(name, content, handler);
        return handler;
    }

    private void enrolments(String name, InputStream content) throws IOException {
        KeysHandler keys = read(name, content, new KeysHandler(personal));
        if (keys.count > 0) {
            findings.add(new PackageFinding(PackageFinding.Kind.SECRET, "enrolment-key", name, keys.count));
        }
    }

    private void secrets(String name, String module, FactsHandler facts) {
        String base = "activity/" + module + "/";
        if (!facts.fact(base + "password").isBlank()
                || !facts.fact(base + "resourcekey").isBlank()) {
            findings.add(new PackageFinding(PackageFinding.Kind.SECRET, "activity-secret", name, 1));
        }
    }

    /** Their settings are a program's own data; we never interpret them, and say where they name classes (4.4.12). */
    private void block(String name, FactsHandler facts) {
        String data = facts.fact("block/configdata").strip();
        try {
            byte[] decoded = Base64.getMimeDecoder().decode(data);
            if (PHP_CLASS
                    .matcher(new String(decoded, StandardCharsets.ISO_8859_1))
                    .find()) {
                findings.add(new PackageFinding(PackageFinding.Kind.WARNING, "serialised-class", name, 1));
            }
        } catch (IllegalArgumentException notEncoded) {
            findings.add(new PackageFinding(PackageFinding.Kind.WARNING, "block-data", name, 1));
        }
    }

    ManifestHandler manifest() throws RefusedSignal {
        return manifest.orElseThrow(() -> new RefusedSignal(Refusal.MANIFEST_MISSING, MANIFEST));
    }

    /** Empty where the package has no {@code files.xml}. */
    Optional<FilesHandler> files() {
        return files;
    }

    PackageParts parts() {
        return parts;
    }

    PersonalData personal() {
        return personal;
    }

    /** Sizes by SHA-1. */
    Map<String, Long> blobs() {
        return blobs;
    }

    /** Those whose content is not what their name says. */
    List<String> damaged() {
        return damaged;
    }

    List<PackageFinding> findings() {
        return findings;
    }

    boolean hasIndex() {
        return index;
    }

    boolean hasUsers() {
        return users;
    }

    long entries() {
        return entries;
    }

    /** Counts enrolment keys. */
    private static final class KeysHandler extends DocumentHandler {
        private long count;

        KeysHandler(PersonalData personal) {
            super(personal);
        }

        @Override
        void closed(String where, String value) {
            if (where.equals("enrolments/enrols/enrol/password") && !value.isBlank()) {
                count++;
            }
        }
    }
}
