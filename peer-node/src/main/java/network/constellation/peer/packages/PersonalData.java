package network.constellation.peer.packages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a package tells about persons, wherever in its documents it stands (section 4.4.10). */
final class PersonalData {
    /** Parent and child elements that stand for one thing somebody did or is, with the word for it. */
    private static final Map<String, String> TRACES = Map.ofEntries(
            Map.entry("users/user", "users"),
            Map.entry("user_enrolments/enrolment", "enrolments"),
            Map.entry("role_assignments/assignment", "roles-held"),
            Map.entry("grade_grades/grade_grade", "grades"),
            Map.entry("attempts/attempt", "attempts"),
            Map.entry("submissions/submission", "submissions"),
            Map.entry("discussions/discussion", "discussions"),
            Map.entry("messages/message", "messages"),
            Map.entry("completions/completion", "completions"),
            Map.entry("completionviews/completionview", "completions"),
            Map.entry("comments/comment", "comments"),
            Map.entry("logs/log", "logs"),
            Map.entry("scoes_tracks/sco_track", "attempts"));

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, String> first = new LinkedHashMap<>();
    private String member = "";

    void in(String name) {
        member = name;
    }

    void seen(String parent, String child) {
        String trace = TRACES.get(parent + "/" + child);
        if (trace != null) {
            counts.merge(trace, 1L, Long::sum);
            first.putIfAbsent(trace, member);
        }
    }

    long count(String trace) {
        return counts.getOrDefault(trace, 0L);
    }

    List<PackageFinding> findings() {
        return counts.entrySet().stream()
                .map(entry -> new PackageFinding(
                        PackageFinding.Kind.PERSONAL,
                        entry.getKey(),
                        first.getOrDefault(entry.getKey(), ""),
                        entry.getValue()))
                .toList();
    }
}
