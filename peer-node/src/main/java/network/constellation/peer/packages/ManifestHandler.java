package network.constellation.peer.packages;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.Attributes;

/** Reads {@code moodle_backup.xml}. */
final class ManifestHandler extends DocumentHandler {
    private static final String INFORMATION = "moodle_backup/information/";
    private static final String DETAIL = INFORMATION + "details/detail/";
    private static final String ACTIVITY = INFORMATION + "contents/activities/activity";
    private static final String SECTION = INFORMATION + "contents/sections/section";
    private static final String SETTING = INFORMATION + "settings/setting";

    private final int most;
    private final Map<String, String> facts = new HashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<PackageManifest.Section> sections = new ArrayList<>();
    private final List<PackageManifest.Activity> activities = new ArrayList<>();
    private Map<String, String> group = new HashMap<>();

    ManifestHandler(PersonalData personal, int most) {
        super(personal);
        this.most = most;
    }

    @Override
    void opened(String where, Attributes attributes) throws org.xml.sax.SAXException {
        if (where.equals(ACTIVITY) || where.equals(SECTION) || where.equals(SETTING)) {
            group = new HashMap<>();
            if (activities.size() >= most || sections.size() >= most || settings.size() >= most) {
                throw new TextTooLong();
            }
        }
    }

    @Override
    void closed(String where, String value) {
        if (where.equals(ACTIVITY)) {
            activities.add(new PackageManifest.Activity(
                    of("moduleid"), of("sectionid"), of("modulename"), of("title"), of("directory")));
        } else if (where.equals(SECTION)) {
            sections.add(new PackageManifest.Section(of("sectionid"), of("title"), of("directory")));
        } else if (where.equals(SETTING)) {
            if (of("level").equals("root")) {
                settings.put(of("name"), of("value"));
            }
        } else if (where.startsWith(ACTIVITY) || where.startsWith(SECTION) || where.startsWith(SETTING)) {
            group.put(where.substring(where.lastIndexOf('/') + 1), value);
        } else if (where.startsWith(INFORMATION)) {
            facts.putIfAbsent(where, value);
        }
    }

    private String of(String name) {
        return group.getOrDefault(name, "");
    }

    private String fact(String name) {
        return facts.getOrDefault(INFORMATION + name, "").strip();
    }

    private String detail(String name) {
        return facts.getOrDefault(DETAIL + name, "").strip();
    }

    /** @throws RefusedSignal when it leaves out what every package says */
    PackageManifest manifest() throws RefusedSignal {
        PackageVersion backup = PackageVersion.of(fact("backup_version")).orElseThrow(() -> lacking("backup_version"));
        PackageVersion moodle = PackageVersion.of(fact("moodle_version")).orElseThrow(() -> lacking("moodle_version"));
        for (String needed : List.of("type", "format")) {
            if (detail(needed).isEmpty()) {
                throw lacking("details/detail/" + needed);
            }
        }
        for (String needed : List.of("original_course_fullname", "original_course_shortname")) {
            if (fact(needed).isEmpty()) {
                throw lacking(needed);
            }
        }
        return new PackageManifest(
                fact("name"),
                detail("type"),
                detail("format"),
                detail("mode"),
                moodle,
                fact("moodle_release"),
                backup,
                fact("backup_release"),
                instant(fact("backup_date")),
                fact("original_wwwroot"),
                fact("original_site_identifier_hash"),
                fact("original_course_id"),
                fact("original_course_format"),
                fact("original_course_fullname"),
                fact("original_course_shortname"),
                fact("include_files"),
                fact("mnet_remoteusers").equals("1"),
                fact("include_file_references_to_external_content").equals("1"),
                settings,
                sections,
                activities);
    }

    private static RefusedSignal lacking(String element) {
        return new RefusedSignal(Refusal.DOCUMENT_INCOMPLETE, PackageScan.MANIFEST, element);
    }

    /** Epoch seconds; 0 and nonsense are no time. */
    static Optional<Instant> instant(String seconds) {
        if (!seconds.matches("[1-9][0-9]{0,11}")) {
            return Optional.empty();
        }
        try {
            Instant instant = Instant.ofEpochSecond(Long.parseLong(seconds));
            return Optional.of(instant);
        } catch (DateTimeException far) {
            return Optional.empty();
        }
    }
}
